import type { PartitionId } from '../../src/core/console/partition.ts';

/** How a person can sign in; `role` is what a session becomes by switching. */
export const SIGN_IN_KINDS = ['iam-user', 'root', 'saml', 'identity-center', 'federated-user'] as const;
export type SignInKind = (typeof SIGN_IN_KINDS)[number];

export interface Identity {
  readonly kind: SignInKind | 'role';
  readonly partition: PartitionId;
  readonly account: string;
  readonly arn: string;
  /** What the console shows: the user, or `Role/session` (contract §3.3). */
  readonly userText: string;
  /** `{account}/{path/}{role}` for identities that are a role: what a trust policy names. */
  readonly roleKey: string | undefined;
  /** What the role session is called if this identity switches. */
  readonly sessionName: string;
  readonly mfa: boolean;
}

export const USER_NAME = 'jo';
export const SESSION_NAME = 'jo@example.com';
/** The role that people of the jump account get by SAML. */
export const SAML_ROLE = 'JumpRole';
/** A permission set with an underscore: only the last `_` and 16 hex digits are AWS's (contract §3.3). */
export const PERMISSION_SET = 'Power_User';
/** The role that Identity Center makes for it: what a trust policy names. */
export const PERMISSION_SET_ROLE = `AWSReservedSSO_${PERMISSION_SET}_0123456789abcdef`;

/** The identity after signing in to an account directly. */
export function signedInIdentity(partition: PartitionId, kind: SignInKind, account: string, mfa: boolean): Identity {
  const shared = { kind, partition, account, roleKey: undefined, sessionName: USER_NAME, mfa };
  const iam = `arn:${partition}:iam::${account}`;
  switch (kind) {
    case 'iam-user':
      return { ...shared, arn: `${iam}:user/people/${USER_NAME}`, userText: USER_NAME };
    case 'root':
      return { ...shared, arn: `${iam}:root`, userText: 'Jo Doe' };
    case 'federated-user':
      return { ...shared, arn: `arn:${partition}:sts::${account}:federated-user/${USER_NAME}`, userText: USER_NAME };
    case 'saml':
      return { ...assumed(partition, account, SAML_ROLE, SESSION_NAME), kind };
    case 'identity-center':
      return { ...assumed(partition, account, PERMISSION_SET_ROLE, SESSION_NAME), kind };
  }
}

/** The identity after switching; the session keeps the name of who switched. */
export function switchedIdentity(from: Identity, account: string, roleName: string): Identity {
  return assumed(from.partition, account, roleName, from.sessionName);
}

/** The `issuer` of `aws-userInfo` (contract §3.4): the sign-in page, nothing for SAML, the portal for Identity Center. */
export function issuerOf(identity: Identity, signInHost: string): string {
  if (identity.kind === 'identity-center') return 'https://hatrack.awsapps.com/start';
  return identity.kind === 'iam-user' || identity.kind === 'root' ? `https://${signInHost}/signin` : '';
}

function assumed(partition: PartitionId, account: string, roleName: string, sessionName: string): Identity {
  // An assumed-role ARN never shows the role's path.
  const shortName = roleName.slice(roleName.lastIndexOf('/') + 1);
  const userText = `${shortName}/${sessionName}`;
  return {
    kind: 'role',
    partition,
    account,
    arn: `arn:${partition}:sts::${account}:assumed-role/${userText}`,
    userText,
    roleKey: `${account}/${roleName}`,
    sessionName,
    // A role session carries no MFA fact of its own: only an IAM user who signed in with MFA meets the condition (§9).
    mfa: false,
  };
}
