import { type Failed, failed, type GoodText, judgeText } from './judge-text.ts';
import { validatorOf } from './parse-team.ts';
import type { TeamFailureCode } from './team-failure.ts';
import type { Validators } from './team-source.ts';

/** What a server answered, as the browser tells it. */
export interface TeamAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** The address that answered, behind all redirects. */
  readonly finalUrl: string;
  /** Whether the user allowed this address. */
  readonly isAllowed: boolean;
  readonly contentType: string | undefined;
  readonly retryAfter: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Undefined where it was not read. */
  readonly body: { readonly bytes: Uint8Array; readonly sha256: string } | undefined;
}

export type Judged = { readonly kind: 'unchanged' } | (GoodText & { readonly validators: Validators }) | Failed;

/** No page can be a configuration, nor can a picture; of what may hold one, no server is sure to know it. */
const TEXT_TYPE =
  /^(?:text\/.+|(?:application|binary)\/octet-stream|application\/(?:x-)?(?:ini|config|wine-extension-ini|conf|text))$/;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;

const CODE_OF_STATUS: readonly (readonly [from: number, to: number, code: TeamFailureCode])[] = [
  [401, 401, 'not-allowed'],
  [403, 403, 'not-allowed'],
  [407, 407, 'not-allowed'],
  [404, 404, 'missing'],
  [410, 410, 'missing'],
  [429, 429, 'busy'],
  [503, 503, 'busy'],
  [500, 599, 'server'],
];

/** What an answer is good for: a text, nothing new, or a reason. @param now milliseconds since 1970, for Retry-After */
export function judgeAnswer(answer: TeamAnswer, now: number): Judged {
  const { status, finalUrl, isAllowed, body } = answer;
  if (!isAllowed || !finalUrl.startsWith('https://')) return failed('redirect');
  if (status === 304) return { kind: 'unchanged' };
  if (status !== 200 || body === undefined) {
    const code = CODE_OF_STATUS.find(([from, to]) => from <= status && status <= to)?.[2] ?? 'status';
    return { ...failed(code, status), retryAfterMs: parseRetryAfter(answer.retryAfter, now) };
  }
  const type = (answer.contentType ?? '').split(';', 1).join('').trim().toLowerCase();
  if (PAGE_TYPE.test(type)) return failed('html');
  if (type !== '' && !TEXT_TYPE.test(type)) return failed('wrong-type', type);
  const text = decode(body.bytes);
  const judged = text === undefined ? failed('not-text') : judgeText(text);
  if (judged.kind === 'failed') return judged;
  const [etag, lastModified] = [validatorOf(answer.etag), validatorOf(answer.lastModified)];
  return { ...judged, validators: { etag, lastModified, sha256: body.sha256 } };
}

/** UTF-8, with or without a BOM, which stays for the reader to drop; undefined for anything else. */
function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Seconds or a date, as a server writes it; in milliseconds from now. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
