import type { TeamAnswer } from '../core/team/judge-answer.ts';
import { type Failed, failed } from '../core/team/judge-text.ts';
import type { RequestHeader } from '../core/team/request-header.ts';
import { TEAM_TEXT_LIMIT, type Validators } from '../core/team/team-source.ts';
import { isHostAllowed } from './permissions.ts';
import { sha256Of } from './sha256.ts';

const TIMEOUT_MS = 15_000;

export interface TeamRequest {
  readonly url: string;
  readonly header: RequestHeader | undefined;
  readonly validators: Validators | undefined;
}

/**
 * Asks a server for a team configuration, without cookies and referrer. Never rejects, and says nothing in the log: an
 * address may hold a token. Stops reading where the body grows too large.
 */
export async function fetchTeam(request: TeamRequest): Promise<TeamAnswer | Failed> {
  if (!(await isHostAllowed(request.url))) return failed('permission');
  const stopping = new AbortController();
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = AbortSignal.any([stopping.signal, timeout]);
  const ask = (redirect: RequestRedirect) => fetch(request.url, { ...optionsOf(request), redirect, signal });
  let isRedirected = false;
  try {
    let response = await ask('manual');
    isRedirected = response.type === 'opaqueredirect';
    // The browser would send the header along, wherever the server leads.
    if (isRedirected && request.header) return failed('redirect-with-header');
    if (isRedirected) response = await ask('follow');
    return await readAnswer(response);
  } catch {
    if (timeout.aborted) return failed('timeout');
    // An address that isn't allowed is not answered for the browser's own reasons: it is the same as no network.
    return failed(isRedirected ? 'redirect' : 'network');
  } finally {
    // Ends what is still on its way, where it was not read to the end.
    stopping.abort();
  }
}

function optionsOf({ header, validators }: TeamRequest): RequestInit {
  return {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: {
      ...(validators?.etag === undefined ? {} : { 'If-None-Match': validators.etag }),
      ...(validators?.lastModified === undefined ? {} : { 'If-Modified-Since': validators.lastModified }),
      ...(header ? { [header.name]: header.value } : {}),
    },
  };
}

async function readAnswer(response: Response): Promise<TeamAnswer | Failed> {
  const { status, url, headers } = response;
  const isAllowed = await isHostAllowed(url);
  const body = status === 200 && isAllowed ? await readBody(response) : undefined;
  if (body === 'too-large') return failed('too-large');
  return {
    kind: 'answer',
    status,
    finalUrl: url,
    isAllowed,
    contentType: headers.get('Content-Type') ?? undefined,
    retryAfter: headers.get('Retry-After') ?? undefined,
    etag: headers.get('ETag') ?? undefined,
    lastModified: headers.get('Last-Modified') ?? undefined,
    body: body && { bytes: body, sha256: await sha256Of(body) },
  };
}

/** The body, as far as it is not larger than what is ever taken; what the server says of its length is not relied on. */
async function readBody({ body, headers }: Response): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (Number(headers.get('Content-Length')) > TEAM_TEXT_LIMIT) return 'too-large';
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > TEAM_TEXT_LIMIT) return 'too-large';
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
