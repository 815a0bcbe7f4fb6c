import { rememberUse } from '../browser/personal-store.ts';
import type { Role } from '../core/config/config.ts';
import type { Session } from '../core/console/session.ts';
import { accountText } from '../core/console/switch-request.ts';
import { baseNames } from '../core/saved/base-names.ts';
import { toRoleKey } from '../core/saved/personal.ts';

/** Remembers that a session has used a role. Not to be waited for: the switch goes first. */
export function rememberRole(role: Role, { identity, partition }: Session): void {
  const [base] = baseNames(identity);
  if (base === undefined) return;
  rememberUse(base, toRoleKey(partition, accountText(role.account), role.roleName), Date.now()).catch(
    (error: unknown) => console.error('Hatrack: the use was not remembered.', error),
  );
}
