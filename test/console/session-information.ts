import { escapeHtml, scriptJson } from './http.ts';
import type { PageFacts } from './page-facts.ts';

/** The metas that carry session information (contract §3.1). */
export function metas(facts: PageFacts): string {
  const others = { 'awsc-mezz-region': facts.region, 'awsc-mezz-locale': 'en', 'awsc-lang': 'en' };
  const tags = Object.entries(others).map(([name, content]) => meta(name, content));
  // The builds of before October 2025 named the sign-in host here too (§1, AESR #372).
  if (facts.view.header === '2020' || facts.view.header === 'legacy') {
    tags.push(meta('awsc-signin-endpoint', facts.signInHost));
  }
  if (!facts.view.drop.includes('meta')) tags.unshift(meta('awsc-session-data', sessionData(facts)));
  return tags.join('\n');
}

/** The globals that page script can read (contract §3.2); they are there before the header is. */
export function pageGlobals(facts: PageFacts): string {
  const parts: string[] = [];
  if (!facts.view.drop.includes('account-info')) {
    parts.push(`window.ConsoleNavService = { ${accountInfoMember(facts)} };`);
  }
  if (!facts.view.drop.includes('mbtc')) parts.push(mbtc(facts));
  return parts.join('\n');
}

function sessionData(facts: PageFacts): string {
  const { session, account, view } = facts;
  const data = {
    accountId: account.id,
    accountAlias: account.alias,
    displayName: encodeURIComponent(session.identity.userText),
    sessionARN: session.identity.arn,
    infrastructureRegion: facts.hostRegion,
    prismModeEnabled: session.differentiator !== undefined,
    sessionDifferentiator: session.differentiator,
    signInEndpoint: signInEndpoint(facts),
    signinType: 'PUBLIC',
  };
  switch (view.meta) {
    case 'whole':
      return JSON.stringify(data);
    case 'malformed':
      return JSON.stringify(data).slice(0, -10);
    case 'ill-typed':
      return JSON.stringify(illTyped(data));
  }
}

function signInEndpoint({ view, signInHost }: PageFacts): string | undefined {
  if (view.signInEndpoint === 'absent') return undefined;
  return view.signInEndpoint === 'empty' ? '' : signInHost;
}

/** The same names with values that nobody expects there. */
function illTyped(data: object): object {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, [value]]));
}

function accountInfoMember(facts: PageFacts): string {
  const info = accountInfo(facts);
  switch (facts.view.accountInfo) {
    case 'whole':
      return `AccountInfo: ${scriptJson(info)}`;
    case 'malformed':
      return `AccountInfo: ${scriptJson(JSON.stringify(info))}`;
    case 'ill-typed':
      return `AccountInfo: ${scriptJson(illTyped(info))}`;
    case 'throwing':
      return "get AccountInfo() { throw new Error('not yet'); }";
  }
}

/** The login values stay the origin's, also in a switched session (contract §3.3). */
function accountInfo(facts: PageFacts): Readonly<Record<string, string | null>> {
  const { identity, origin } = facts.session;
  const roleName = identity.roleKey?.slice(identity.roleKey.lastIndexOf('/') + 1) ?? null;
  return {
    loginDisplayNameUser: origin.userText,
    loginDisplayNameAccount: origin.kind === 'root' ? facts.originAccount.dashed : facts.originAccount.text,
    roleDisplayNameUser: facts.switched ? roleName : null,
    roleDisplayNameAccount: facts.switched ? facts.account.text : null,
  };
}

function mbtc(facts: PageFacts): string {
  const token = scriptJson(facts.session.csrf);
  const values = {
    string: token,
    number: `Number(${token})`,
    boxed: `new String(${token})`,
    promise: `Promise.resolve(${token})`,
    array: `[${token}]`,
  };
  const define = `window.AWSC = { Auth: { getMbtc() { return ${values[facts.view.mbtc]}; } } };`;
  const { tokenDelayMs } = facts.view;
  return tokenDelayMs > 0 ? `setTimeout(() => { ${define} }, ${tokenDelayMs});` : define;
}

function meta(name: string, content: string): string {
  return `<meta id="${name}" name="${name}" content="${escapeHtml(content)}">`;
}
