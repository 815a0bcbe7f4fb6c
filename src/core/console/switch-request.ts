import type { AccountRef, Role } from '../config/config.ts';
import { toDisplayName } from '../roles/role-label.ts';
import { type Landing, type LandingOptions, type LandingRole, planLanding } from './landing.ts';
import { PARTITIONS } from './partition.ts';
import type { Session } from './session.ts';

/** A top-level form post to the sign-in host. The page's csrf token is added in the tab and never leaves it. */
export interface FormPost {
  readonly kind: 'form-post';
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The page to open once the post has landed; undefined where it lands there by itself. */
  readonly goOnTo: string | undefined;
}

/** A JSON request with the page's own cookies, answered by the URL to open (console-contract §5). */
export interface SessionRequest {
  readonly kind: 'session-request';
  readonly url: string;
  readonly body: Readonly<Record<'account' | 'color' | 'displayName' | 'redirectUri' | 'roleName', string>>;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly reason:
    | 'sign-in-host'
    | 'not-switched'
    | 'multi-session'
    | 'one-session'
    | 'role-gone'
    | 'role-withheld'
    | 'session-unknown';
}

export type SwitchRequest = FormPost | SessionRequest;

/** What the console shows where the text gives a role no colour; AESR posts the same grey. */
const DEFAULT_COLOR = 'aaaaaa';
/** The identity that signed in has no page or region in the text. */
const SIGNED_IN: LandingRole = { region: undefined, startUrl: undefined };

/**
 * Builds the request that switches a session to a role.
 *
 * Classic sessions: the form post of console-contract §4. Multi-session: the JSON request of §5.
 * The sign-in host is always the session's own; without a valid one the switch is refused.
 */
export function switchRequest(
  role: Role,
  session: Session,
  pageUrl: string,
  options: LandingOptions,
): SwitchRequest | Refusal {
  if (session.signInHost === undefined) return { kind: 'refused', reason: 'sign-in-host' };
  const mayLeaveHost = session.multiSession !== undefined;
  const landing = planLanding(role, options, { pageUrl, partition: PARTITIONS[session.partition], mayLeaveHost });
  const account = accountText(role.account);
  const color = role.color ?? DEFAULT_COLOR;
  if (session.multiSession) {
    const { differentiator } = session.multiSession;
    return {
      kind: 'session-request',
      url: `https://${session.signInHost}/sessions/${encodeURIComponent(differentiator)}/v1/switchrole`,
      body: {
        account,
        color,
        // The console shows the account beside the name by itself in multi-session.
        displayName: toDisplayName(role.label),
        redirectUri: landing.url,
        roleName: role.roleName,
      },
    };
  }
  return formPost(session.signInHost, landing, {
    mfaNeeded: '0',
    action: 'switchFromBasis',
    src: 'nav',
    roleName: role.roleName,
    account,
    color,
    displayName: toDisplayName(role.label, account),
  });
}

/** Builds the form post that returns a switched classic session to the identity that signed in. */
export function switchBackRequest(session: Session, pageUrl: string, options: LandingOptions): FormPost | Refusal {
  if (session.signInHost === undefined) return { kind: 'refused', reason: 'sign-in-host' };
  if (session.current === undefined) return { kind: 'refused', reason: 'not-switched' };
  // There the base is a session of its own, in a tab of its own: nothing to post.
  if (session.multiSession) return { kind: 'refused', reason: 'multi-session' };
  const partition = PARTITIONS[session.partition];
  const landing = planLanding(SIGNED_IN, options, { pageUrl, partition, mayLeaveHost: false });
  return formPost(session.signInHost, landing, { action: 'switchToBasis', src: 'nav' });
}

/**
 * The link to AWS's own switch-role page, filled in: what is left where a page forbids the form post. It switches
 * nothing by itself; the user presses the button there (console-contract §4, "GET link").
 */
export function switchRoleLink(role: Role, session: Session): string | Refusal {
  if (session.signInHost === undefined) return { kind: 'refused', reason: 'sign-in-host' };
  return switchRoleUrl(role, session.signInHost);
}

/** AWS's own switch-role page on a sign-in host of the role's partition, filled in for the role. */
export function switchRoleUrl(
  role: Pick<Role, 'account' | 'roleName' | 'label' | 'color'>,
  signInHost: string,
): string {
  const account = accountText(role.account);
  const query = new URLSearchParams({
    account,
    roleName: role.roleName,
    displayName: toDisplayName(role.label, account),
    color: role.color ?? DEFAULT_COLOR,
  });
  return `https://${signInHost}/switchrole?${query}`;
}

/** The account as the sign-in page takes it: number or alias. */
export function accountText(account: AccountRef): string {
  return account.kind === 'id' ? account.id : account.alias;
}

function formPost(signInHost: string, { url, goOnTo }: Landing, fields: Record<string, string>): FormPost {
  return {
    kind: 'form-post',
    action: `https://${signInHost}/switchrole`,
    // Encoded here and once more by the form: a single encoding is answered with an error (AESR #175).
    fields: { ...fields, redirect_uri: encodeURIComponent(url) },
    goOnTo,
  };
}
