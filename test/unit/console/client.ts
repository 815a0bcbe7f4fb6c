import { request } from 'node:https';
import { runInNewContext } from 'node:vm';
import type { StandIn } from '../../console/stand-in.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly url: string;
}

interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The session information that a console page gives to scripts. */
export interface PageInformation {
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  readonly accountInfo: Readonly<Record<string, string | null>> | undefined;
  readonly mbtc: unknown;
}

/** A browser without a screen: cookies by domain, redirects one at a time. */
export class Client {
  private readonly standIn: StandIn;
  private readonly jar = new Map<string, { readonly domain: string; readonly name: string; readonly value: string }>();

  constructor(standIn: StandIn) {
    this.standIn = standIn;
  }

  async send(address: string, { method = 'GET', headers = {}, body = '' }: Request = {}): Promise<Reply> {
    const url = new URL(address);
    const reply = await new Promise<Reply>((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.standIn.port,
          path: url.pathname + url.search,
          method,
          servername: url.hostname,
          rejectUnauthorized: false,
          agent: false,
          headers: { host: url.host, cookie: this.cookieHeader(url.hostname), ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, url: address });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    for (const cookie of [reply.headers['set-cookie'] ?? []].flat()) this.keep(cookie, url.hostname);
    return reply;
  }

  /** Follows redirects to the page. */
  async open(address: string): Promise<Reply> {
    const reply = await this.send(address);
    const { location } = reply.headers;
    return typeof location === 'string' ? this.open(new URL(location, address).href) : reply;
  }

  postForm(address: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  }

  cookie(name: string): string | undefined {
    return [...this.jar.values()].find((cookie) => cookie.name === name)?.value;
  }

  private keep(header: string, host: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const separator = pair.indexOf('=');
    const name = pair.slice(0, separator);
    const domain = attributes.find((text) => text.startsWith('Domain='))?.slice('Domain='.length) ?? host;
    const key = `${domain} ${name}`;
    if (attributes.includes('Max-Age=0')) this.jar.delete(key);
    else this.jar.set(key, { domain, name, value: pair.slice(separator + 1) });
  }

  private cookieHeader(host: string): string {
    return [...this.jar.values()]
      .filter(({ domain }) => host === domain || host.endsWith(`.${domain}`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }
}

/** What the page's metas and globals say; the inline script runs as in a page. */
export function readPage(reply: Reply): PageInformation {
  const content = /<meta id="awsc-session-data" name="awsc-session-data" content="([^"]*)">/.exec(reply.body)?.[1];
  const script = /<script nonce="[^"]+">(.*?)<\/script>\s*<\/head>/s.exec(reply.body)?.[1] ?? '';
  const window: { ConsoleNavService?: { AccountInfo: PageInformation['accountInfo'] }; AWSC?: { Auth: Auth } } = {};
  runInNewContext(script, { window, setTimeout: (callback: () => void) => callback() });
  return {
    meta:
      content === undefined ? undefined : parse(content.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))),
    accountInfo: window.ConsoleNavService?.AccountInfo,
    mbtc: window.AWSC?.Auth.getMbtc(),
  };
}

/** The nine fields of a valid classic switch from a page; a test overrides what it breaks. */
export function switchFields(page: Reply, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    mfaNeeded: '0',
    action: 'switchFromBasis',
    src: 'nav',
    csrf: String(readPage(page).mbtc),
    roleName: 'ReadOnly',
    account: '222222222222',
    color: 'F2B0A9',
    redirect_uri: encodeURIComponent(page.url),
    displayName: 'ReadOnly @ payments',
    ...others,
  };
}

interface Auth {
  getMbtc(): unknown;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
