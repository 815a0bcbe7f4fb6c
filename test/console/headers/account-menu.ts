import { HISTORY_COOKIE, readHistory } from '../history-cookie.ts';
import { escapeHtml } from '../http.ts';
import { type AccountFacts, accountFacts, type PageFacts, pageIn } from '../page-facts.ts';
import type { Session } from '../sessions.ts';
import { icon } from './icons.ts';

/** The hidden fields that every form of the navigation bar posts; the script fills `redirect_uri` in (contract §4). */
export function switchFields(facts: PageFacts, fields: Readonly<Record<string, string>>): string {
  return Object.entries({ ...fields, src: 'nav', csrf: facts.session.csrf, redirect_uri: '' })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
}

export function switchForm(facts: PageFacts, attributes: string, content: string): string {
  const action = `https://${facts.signInHost}/switchrole`;
  return `<form action="${action}" method="POST" target="_top" ${attributes}>${content}</form>`;
}

export interface RecentForm {
  readonly fields: string;
  readonly displayName: string;
  readonly color: string;
  readonly current: boolean;
}

/** The browser's recent roles as form fields, without `displayName`: the submit button carries it (contract §6). */
export function recentForms(facts: PageFacts): RecentForm[] {
  return readHistory(facts.cookies.get(HISTORY_COOKIE)).map(({ account, roleName, displayName, color }) => ({
    fields: switchFields(facts, { action: 'switchFromBasis', mfaNeeded: '0', roleName, account, color }),
    displayName,
    color,
    current: facts.session.identity.roleKey === `${account}/${roleName}`,
  }));
}

/** The account menu of the 2025 bar, in the order of contract §2.1. */
export function accountMenu(facts: PageFacts): string {
  const { session } = facts;
  const multi = session.differentiator !== undefined;
  return `<div data-testid="account-detail-menu">
  <section>
    ${row('Account ID', facts.account.dashed, 'awsc-copy-accountid')}
    ${facts.account.alias ? row('Account name', facts.account.alias, '') : ''}
    ${row(identityLabel(facts), session.identity.userText, 'awsc-copy-username')}
    ${facts.switched ? row('Signed in as', `${session.origin.userText} @ ${facts.originAccount.text}`, '') : ''}
  </section>
  ${multi ? sessions(facts) : recentRoles(facts)}
  <nav>${['Account', 'Organization', 'Service Quotas', 'Billing and Cost Management'].map(link).join('')}
    <a href="/iam/home" data-testid="aws-security-credentials">Security credentials</a>
  </nav>
  <footer>
    ${facts.switched && !multi ? switchBack(facts) : ''}
    ${multi ? '' : `<a class="button" href="https://${facts.signInHost}/switchrole" data-testid="awsc-switch-roles">Switch role</a>`}
    <a class="button primary" id="aws-console-logout" href="https://${facts.signInHost}/stand-in/sign-out">${multi ? 'Sign out from all sessions' : 'Sign out'}</a>
  </footer>
</div>`;
}

/** Text that tells the identities apart; localised in a real console, so nobody may match it (contract §2.1). */
export function identityLabel(facts: PageFacts): string {
  if (facts.switched) return 'Currently active as';
  const labels = { 'iam-user': 'IAM user', root: 'Root user', role: 'Currently active as' } as const;
  const { kind } = facts.session.identity;
  return kind === 'iam-user' || kind === 'root' || kind === 'role' ? labels[kind] : 'Federated user';
}

function switchBack(facts: PageFacts): string {
  const button = '<input type="submit" class="button" data-testid="awsc-exit-role" value="Switch back">';
  return switchForm(facts, '', switchFields(facts, { action: 'switchToBasis' }) + button);
}

/** The list of recent roles since 2020; empty without one. */
export function recentRoles(facts: PageFacts): string {
  const forms = recentForms(facts).map(({ fields, displayName, color, current }, index) => {
    const button = `<input type="submit" id="role-history__list__item__${index}" name="displayName" value="${escapeHtml(displayName)}"${current ? ' disabled' : ''}>`;
    return `<li>${switchForm(facts, '', `${fields}<span class="swatch" data-background="${escapeHtml(color)}"></span>${button}`)}</li>`;
  });
  return forms.length === 0 ? '' : `<section><h3>Role history</h3><ul class="recent">${forms.join('')}</ul></section>`;
}

function sessions(facts: PageFacts): string {
  const items = [...facts.browser.multi.values()].map((session) => {
    const path = pageIn({ ...facts, session }, facts.region, '/console/home');
    const name = session.look?.displayName ?? session.identity.userText;
    const current = session === facts.session ? ' aria-current="true"' : '';
    const color = session.look?.color ?? '7d8998';
    return `<li><a href="${escapeHtml(path)}"${current}><span class="swatch" data-background="${color}"></span>${escapeHtml(name)} <small>${escapeHtml(ofAccount(facts, session).text)}</small></a></li>`;
  });
  const add = `<details><summary class="button">Add session</summary>
      <a href="https://${facts.signInHost}/switchrole" data-testid="awsc-switch-roles">Switch role</a></details>`;
  return `<section><h3>Sessions</h3><ul class="recent">${items.join('')}</ul>${add}</section>`;
}

function ofAccount(facts: PageFacts, session: Session): AccountFacts {
  return accountFacts(session.identity, facts.view);
}

function row(label: string, value: string, copyId: string): string {
  const copy =
    copyId === '' ? '' : `<button type="button" data-testid="${copyId}" aria-label="Copy">${icon('copy')}</button>`;
  return `<div class="detail"><small>${label}</small><div>${copy}<span>${escapeHtml(value)}</span></div></div>`;
}

function link(text: string): string {
  return `<a href="/billing/home">${text}</a>`;
}
