import { randomBytes } from 'node:crypto';
import { themeCookie } from './cookies.ts';
import { consolePolicy } from './csp.ts';
import { headerOf } from './headers/header.ts';
import { type Answer, escapeHtml, html, scriptJson } from './http.ts';
import type { PageFacts } from './page-facts.ts';
import { serviceName, servicePage } from './service-page.ts';
import { metas, pageGlobals } from './session-information.ts';

/** A page of the console: the same for every path but for the service's name. */
export function consolePage(facts: PageFacts, hostileScript: string, cookies: readonly string[]): Answer {
  const nonce = newNonce();
  const header = headerOf(facts);
  const state = {
    header,
    delayMs: facts.view.headerDelayMs,
    rerender: facts.view.rerender,
    themeCookie: themeCookie(facts.partition, '{theme}'),
  };
  const bodyClass = `${facts.theme === 'dark' ? 'awsui-dark-mode ' : ''}${header.bodyClass}`;
  const body = `<!DOCTYPE html>
<html lang="en">
<head>${hostileScript === '' ? '' : `<script nonce="${nonce}">${hostileScript}</script>`}
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(serviceName(facts.url))} | ${escapeHtml(facts.region)}</title>
${metas(facts)}
<link rel="stylesheet" href="/stand-in/page.css">
<link rel="stylesheet" href="/stand-in/navigation.css">
<script nonce="${nonce}">${pageGlobals(facts)}</script>
</head>
<body class="${bodyClass.trim()}">
<div id="${header.mount.slice(1)}"></div>
${servicePage(facts)}
<div id="console-nav-footer"><div id="console-nav-footer-inner" data-testid="awsc-nav-footer"><div id="awsc-nav-footer-content">
<span>Feedback</span><span data-testid="awsc-footer-copyright">A stand-in for tests and demonstrations. Nothing here is real.</span>
</div></div></div>
<script type="application/json" id="stand-in-state">${scriptJson(state)}</script>
<script nonce="${nonce}" src="/stand-in/header.js"></script>
</body>
</html>`;
  return html(body, { 'content-security-policy': consolePolicy(facts, nonce), 'set-cookie': [...cookies] });
}

/** The same-origin frame inside a page: it carries the metas too, and is no place for a role menu (§1, §11.2). */
export function framePage(facts: PageFacts): Answer {
  const body = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Frame</title>
${metas(facts)}
<link rel="stylesheet" href="/stand-in/page.css">
</head><body class="frame ${facts.theme === 'dark' ? 'awsui-dark-mode' : ''}">
<p><strong>Tip</strong> Resources in other Regions are not shown on this page.</p>
</body></html>`;
  return html(body, { 'content-security-policy': consolePolicy(facts, newNonce()) });
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}
