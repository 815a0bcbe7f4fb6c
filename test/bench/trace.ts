import type { Page } from 'puppeteer-core';

/** What Chromium was doing; times in milliseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What the thread itself took: other programs don't lengthen it. */
  readonly threadTime: number;
  /** The thread, whichever process it is of. */
  readonly thread: string;
  /** Of the script, where one runs. */
  readonly url: string;
}

/** Traces what the whole browser does meanwhile. @param page any of its pages */
export async function trace(
  page: Page,
  categories: readonly string[],
  during: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  await page.tracing.start({ categories: ['-*', ...categories] });
  await during();
  const bytes = await page.tracing.stop();
  if (!bytes) throw new Error('Chromium gave no trace.');
  return parseTrace(new TextDecoder().decode(bytes));
}

interface RawEvent {
  readonly name: string;
  /** `X` is whole, `b` and `e` are the two ends of one. */
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

function parseTrace(json: string): readonly TraceEvent[] {
  const { traceEvents } = JSON.parse(json) as { traceEvents: readonly RawEvent[] };
  const open = new Map<string, RawEvent>();
  return traceEvents.flatMap((event) => {
    const { name, ph, ts, dur = 0, pid } = event;
    if (ph === 'X') return [toTraceEvent(event, ts + dur)];
    if (ph === 'b') open.set(`${pid} ${name}`, event);
    const begun = ph === 'e' ? open.get(`${pid} ${name}`) : undefined;
    return begun ? [toTraceEvent(begun, ts)] : [];
  });
}

function toTraceEvent({ name, ts, tdur = 0, pid, tid, args }: RawEvent, end: number): TraceEvent {
  return {
    name,
    start: ts / 1000,
    end: end / 1000,
    threadTime: tdur / 1000,
    thread: `${pid}/${tid}`,
    url: args?.data?.url ?? '',
  };
}

/** Those that none of the others holds: what is called within a call is counted with it. */
export function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.filter((event) => !events.some((other) => other !== event && holds(other, event)));
}

export function holds(outer: TraceEvent, inner: TraceEvent): boolean {
  return outer.thread === inner.thread && outer.start <= inner.start && inner.end <= outer.end;
}

export function sumOf(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { threadTime }) => sum + threadTime, 0);
}
