import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, type Incoming, mediaType } from './http.ts';

/** One request that matters to a test, with what the stand-in made of it. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body's fields, decoded once, when it was a form. */
  readonly form: Readonly<Record<string, string>> | undefined;
  /** The body when it was JSON. */
  readonly json: unknown;
  /** 0 when the connection was dropped. */
  readonly status: number;
  /** Why it was refused; undefined for a success. */
  readonly failure: string | undefined;
}

export interface CspViolation {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
}

interface Waiting {
  readonly predicate: (request: RecordedRequest) => boolean;
  readonly resolve: (request: RecordedRequest) => void;
}

/** Keeps what the browsers asked for, and lets a test wait for it. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];
  readonly refusedHosts: string[] = [];
  readonly cspViolations: CspViolation[] = [];
  private readonly waiting = new Set<Waiting>();

  record(incoming: Incoming, answer: Answer): void {
    const request = recorded(incoming, answer);
    this.requests.push(request);
    for (const one of [...this.waiting]) {
      if (!one.predicate(request)) continue;
      this.waiting.delete(one);
      one.resolve(request);
    }
  }

  /** The first request that the predicate accepts: one recorded since the last `clear()`, or the next to come. */
  waitFor(predicate: (request: RecordedRequest) => boolean, timeoutMs: number): Promise<RecordedRequest> {
    const known = this.requests.find(predicate);
    if (known) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(one);
        const seen = this.requests.map(({ method, url, status }) => `${method} ${url} ${status}`);
        reject(new Error(`No such request within ${timeoutMs} ms. Seen: ${seen.join('; ') || 'none'}`));
      }, timeoutMs);
      const one: Waiting = {
        predicate,
        resolve: (request) => {
          clearTimeout(timer);
          resolve(request);
        },
      };
      this.waiting.add(one);
    });
  }

  clear(): void {
    this.requests.length = 0;
    this.refusedHosts.length = 0;
    this.cspViolations.length = 0;
  }

  recordCspReport(body: string): void {
    const report: unknown = JSON.parse(body);
    const inner: unknown = Object.assign({ 'csp-report': {} }, report)['csp-report'];
    const fields = Object.assign({ 'document-uri': '', 'violated-directive': '', 'blocked-uri': '' }, inner);
    this.cspViolations.push({
      page: `${fields['document-uri']}`,
      directive: `${fields['violated-directive']}`,
      blocked: `${fields['blocked-uri']}`,
    });
  }
}

function recorded(incoming: Incoming, answer: Answer): RecordedRequest {
  const type = mediaType(incoming.headers);
  return {
    method: incoming.method,
    url: incoming.url.href,
    host: incoming.host,
    path: incoming.url.pathname,
    headers: incoming.headers,
    form:
      type === 'application/x-www-form-urlencoded' ? Object.fromEntries(new URLSearchParams(incoming.body)) : undefined,
    json: type === 'application/json' ? parseJson(incoming.body) : undefined,
    status: answer.drop ? 0 : answer.status,
    failure: answer.failure,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
