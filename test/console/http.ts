import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** One request as the stand-in's pages see it. */
export interface Incoming {
  readonly method: string;
  readonly host: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly cookies: ReadonlyMap<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** Why a request was refused, for the test that reads the record. */
  readonly failure?: string;
  /** Close the connection without an answer. */
  readonly drop?: true;
}

export function html(body: string, headers: OutgoingHttpHeaders = {}, status = 200): Answer {
  return {
    status,
    body,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  };
}

export function json(value: unknown, headers: OutgoingHttpHeaders = {}, status = 200): Answer {
  return { status, body: JSON.stringify(value), headers: { 'content-type': 'application/json', ...headers } };
}

export function redirect(location: string, cookies: readonly string[] = []): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store', 'set-cookie': [...cookies] } };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that can stand inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/** A URL, or undefined where `new URL` throws. */
export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

export function pathAndHash(url: URL): string {
  return url.pathname + url.search + url.hash;
}

/** The media type of a request without its parameters. */
export function mediaType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
