import type { AccountId } from '../config/config.ts';
import type { IdentityKind } from './session.ts';

export interface Principal {
  readonly kind: IdentityKind;
  readonly accountId: AccountId | undefined;
  /** The IAM role's full name, for roles and Identity Center. */
  readonly role: string | undefined;
  /** The Identity Center permission set behind the role. */
  readonly permissionSet: string | undefined;
  readonly name: string;
}

const ARN = /^arn:aws[a-z-]*:(iam|sts)::(\d{12}):(.+)$/s;
/** `AWSReservedSSO_` + permission set, which may hold underscores itself, + `_` + 16 hex digits. */
const RESERVED_ROLE = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/**
 * Reads who a session belongs to, from its ARN or from the short form that the navigation bar shows
 * (`u`, `Role/session`): console-contract §3.3.
 */
export function parsePrincipal(text: string | undefined): Principal | undefined {
  if (text === undefined || text === '') return undefined;
  const [, service, account, resource] = ARN.exec(text) ?? [];
  if (resource === undefined) return text.startsWith('arn:') ? undefined : shownName(text);
  const accountId = account as AccountId;
  if (resource === 'root') return principal('root', accountId, { name: 'root' });
  const [type = '', ...rest] = resource.split('/');
  const name = rest.at(-1) ?? '';
  if (service === 'iam' && type === 'user') return principal('iam-user', accountId, { name });
  if (type === 'federated-user') return principal('federated-user', accountId, { name });
  if (type === 'assumed-role') return assumedRole(rest[0] ?? '', rest.slice(1).join('/'), accountId);
  return undefined;
}

/** The name of the permission set that stands behind an `AWSReservedSSO_…` role, or undefined for any other role. */
export function permissionSetOf(role: string): string | undefined {
  return RESERVED_ROLE.exec(role)?.[1];
}

function shownName(text: string): Principal {
  const slash = text.indexOf('/');
  // IAM user names can't hold a slash, so one always parts role and session.
  if (slash < 0) return principal('iam-user', undefined, { name: text });
  return assumedRole(text.slice(0, slash), text.slice(slash + 1), undefined);
}

function assumedRole(role: string, sessionName: string, accountId: AccountId | undefined): Principal {
  const permissionSet = permissionSetOf(role);
  const kind = permissionSet === undefined ? 'role' : 'identity-center';
  return principal(kind, accountId, { name: sessionName, role, permissionSet });
}

function principal(
  kind: IdentityKind,
  accountId: AccountId | undefined,
  rest: { name: string; role?: string; permissionSet?: string | undefined },
): Principal {
  return { kind, accountId, role: rest.role, permissionSet: rest.permissionSet, name: rest.name };
}
