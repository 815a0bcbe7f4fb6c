import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Shared } from './context.ts';
import { CREDENTIALS_COOKIE, parseCookies } from './cookies.ts';
import { CSP_REPORT_PATH } from './csp.ts';
import { factsOfHost } from './hosts.ts';
import { type Answer, html, type Incoming } from './http.ts';
import type { Recorder } from './recorder.ts';
import { answer } from './router.ts';
import { notFoundPage } from './sign-in-pages.ts';

/** Reads one request, answers it by its host, and records it where a test may want to know. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  shared: Shared,
  recorder: Recorder,
  otherHosts: readonly string[],
): Promise<void> {
  const incoming = await readIncoming(request);
  if (incoming.url.pathname === CSP_REPORT_PATH) {
    recorder.recordCspReport(incoming.body);
    response.writeHead(204).end();
    return;
  }
  const answered = answerTo(incoming, shared, otherHosts);
  if (isRecorded(incoming)) recorder.record(incoming, answered);
  if (answered.drop) {
    request.socket.destroy();
    return;
  }
  response.writeHead(answered.status, answered.headers).end(answered.body);
}

function answerTo(incoming: Incoming, shared: Shared, otherHosts: readonly string[]): Answer {
  const host = factsOfHost(incoming.host);
  if (!host) {
    return otherHosts.includes(incoming.host) ? html(`<!DOCTYPE html><title>${incoming.host}</title>`) : notFoundPage();
  }
  const browser = shared.browsers.get(incoming.cookies.get(CREDENTIALS_COOKIE) ?? '');
  // Cookies of one partition are never sent to another; a forged one finds nothing.
  const own = browser?.partition === host.partition.id ? browser : undefined;
  return answer({ incoming, host, partition: host.partition, browser: own, shared });
}

function isRecorded({ method, host, url }: Incoming): boolean {
  if (method === 'POST') return true;
  return (
    factsOfHost(host)?.kind === 'sign-in' && !url.pathname.startsWith('/stand-in/') && url.pathname !== '/favicon.ico'
  );
}

/** The host that a request is for, without a port. */
export function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const host = hostOf(request);
  return {
    method: request.method ?? 'GET',
    host,
    url: new URL(request.url ?? '/', `https://${host || 'unknown.invalid'}`),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    cookies: parseCookies(request.headers.cookie),
  };
}
