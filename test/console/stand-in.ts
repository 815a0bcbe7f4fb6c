import type { Server as HttpServer, RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate.ts';
import type { FailureKind, Shared } from './context.ts';
import { factsOfHost } from './hosts.ts';
import { makeProxy } from './proxy.ts';
import { type CspViolation, type RecordedRequest, Recorder } from './recorder.ts';
import { hostOf, serve } from './serve.ts';
import { type SignInOptions, signInUrl } from './sign-in-options.ts';

export type { FailureKind } from './context.ts';
export type { CspViolation, RecordedRequest } from './recorder.ts';
export type { SignInOptions, Target } from './sign-in-options.ts';

export interface StandInOptions {
  /** Ports to use instead of free ones. */
  readonly port?: number;
  readonly proxyPort?: number;
  /** Hosts outside the consoles that the proxy lets through to an empty page, such as an access portal's. */
  readonly otherHosts?: readonly string[];
  /** Sites outside the consoles, by host: each answers its own requests, as slowly and as badly as a test wants. */
  readonly sites?: Readonly<Record<string, RequestListener>>;
}

export interface StandIn {
  /** The https server's; it serves every console and sign-in host by the Host header. */
  readonly port: number;
  /** The CONNECT proxy's: what a browser is to use for everything. */
  readonly proxyPort: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`, where the driver cannot accept the certificate. */
  readonly certificateSpki: string;
  /** Every POST, and every request to a sign-in host but the stand-in's own pages, with its answer. */
  readonly requests: readonly RecordedRequest[];
  /** Every host that the proxy refused, in order; browsers' own background requests are among them. */
  readonly refusedHosts: readonly string[];
  /** What a page's policy blocked, as the browser reported it. */
  readonly cspViolations: readonly CspViolation[];
  /** Resolves with the first fitting request since the last `clear()`, or the next one to come. */
  waitForRequest(predicate: (request: RecordedRequest) => boolean, timeoutMs?: number): Promise<RecordedRequest>;
  /** Forgets requests, refused hosts, violations and planned failures; sessions stay. */
  clear(): void;
  /** The next multi-session switch fails like this; calls add up. */
  failNext(kind: FailureKind): void;
  /** A hostile script that pages of sign-ins with `script: id` run before anything else. */
  addPageScript(id: string, source: string): void;
  signInUrl(options?: SignInOptions): string;
  close(): Promise<void>;
}

/** Starts the stand-in AWS console and the proxy that leads browsers to it. */
export async function startConsole(options: StandInOptions = {}): Promise<StandIn> {
  const sites = new Map(Object.entries(options.sites ?? {}));
  const otherHosts = [...(options.otherHosts ?? []), ...sites.keys()];
  const certificate = await makeCertificate(otherHosts);
  const recorder = new Recorder();
  const shared: Shared = { browsers: new Map(), pageScripts: new Map(), nextFailures: [] };
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    const site = sites.get(hostOf(request));
    if (site) return site(request, response);
    serve(request, response, shared, recorder, otherHosts).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`${error instanceof Error ? error.stack : error}`);
    });
  });
  const port = await listen(server, options.port ?? 0);
  const proxy = makeProxy(
    (host) => factsOfHost(host) !== undefined || otherHosts.includes(host),
    port,
    (host) => recorder.refusedHosts.push(host),
  );
  const proxyPort = await listen(proxy.server, options.proxyPort ?? 0);
  return {
    port,
    proxyPort,
    certificateSpki: certificate.spki,
    requests: recorder.requests,
    refusedHosts: recorder.refusedHosts,
    cspViolations: recorder.cspViolations,
    waitForRequest: (predicate, timeoutMs = 5000) => recorder.waitFor(predicate, timeoutMs),
    clear: () => {
      recorder.clear();
      shared.nextFailures.length = 0;
    },
    failNext: (kind) => shared.nextFailures.push(kind),
    addPageScript: (id, source) => shared.pageScripts.set(id, source),
    signInUrl,
    close: async () => {
      proxy.closeTunnels();
      await Promise.all([stop(proxy.server), stop(server)]);
    },
  };
}

function listen(server: Server | HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function stop(server: Server | HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
