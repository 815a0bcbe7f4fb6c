import type { PageFacts } from './page-facts.ts';

/** Where the browser tells of blocked things; a path of the stand-in's own. */
export const CSP_REPORT_PATH = '/stand-in/csp-report';

/** The Content-Security-Policy of a console page (contract §10). */
export function consolePolicy(facts: PageFacts, nonce: string): string {
  const strict = facts.view.csp === 'strict';
  return policy([
    `script-src 'nonce-${nonce}'`,
    strict ? "style-src 'self'" : "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${facts.signInHosts.map((host) => `https://${host}`).join(' ')}`,
    "frame-src 'self'",
    `form-action ${formAction(facts).join(' ')}`,
  ]);
}

/** The policy of a sign-in page: its form may post to itself, and the answer may lead to any console of the partition. */
export function signInPolicy(consoleHost: string, nonce: string): string {
  return policy([
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "connect-src 'self'",
    `form-action 'self' https://${consoleHost} https://*.${consoleHost}`,
  ]);
}

function policy(directives: readonly string[]): string {
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    ...directives,
    'upgrade-insecure-requests',
    `report-uri ${CSP_REPORT_PATH}`,
  ].join('; ');
}

function formAction(facts: PageFacts): string[] {
  const { partition, region } = facts;
  // 2025-05: all that one aws page allowed, probably a multi-session one: a classic POST is blocked outright.
  const feedback = `https://${facts.host}/feedback/submit-feedback`;
  if (facts.view.csp === 'strict' || facts.session.differentiator !== undefined) return [feedback];
  const signIn = facts.signInHosts.map((host) => `https://${host}/switchrole`);
  const oauth = `https://${facts.regionalSignInHost}/oauth`;
  // 2025-11, aws-cn: no 'self'. The sample's last entry is the page's own host, which the redirect needs.
  if (partition.id === 'aws-cn') return [oauth, ...signIn, `https://${facts.host}/console/`];
  // 2021, aws (AESR #201); the other partitions' lists were not seen, so theirs have the same form.
  return [
    "'self'",
    `https://${partition.consoleHost}/feedback/submit-feedback`,
    ...signIn,
    oauth,
    `https://${region}.${partition.consoleHost}/console/home`,
  ];
}
