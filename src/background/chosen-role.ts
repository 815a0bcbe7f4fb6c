import type { Sender } from '../browser/messaging.ts';
import type { Role } from '../core/config/config.ts';
import type { Session } from '../core/console/session.ts';
import type { Refusal } from '../core/console/switch-request.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import { type Ground, isPortalRole } from '../core/roles/standing.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { parseFacts, sessionOf } from './message-input.ts';
import { standingsOf } from './standings.ts';

export interface Chosen {
  readonly kind: 'chosen';
  readonly role: Role;
  /** Why it is offered. */
  readonly ground: Ground | undefined;
  readonly session: Session;
  readonly pageUrl: string;
}

/**
 * The role if this session may switch to it now: the text may have changed since the list was drawn.
 *
 * @param isAgain whether a session that has switched to it may do so once more
 */
export async function chosenRole(
  factsInput: unknown,
  idInput: unknown,
  sender: Sender,
  isAgain = false,
): Promise<Chosen | Refusal> {
  const facts = parseFacts(factsInput, sender);
  const session = sessionOf(factsInput, sender);
  const id = parseRoleId(idInput);
  if (!facts || !session) return refused('session-unknown');
  const [{ config }, settings] = await Promise.all([currentConfig(), currentSettings()]);
  const found = standingsOf(config, session, settings).find(({ role }) => role.id === id);
  if (!found) return refused('role-gone');
  const { role, standing } = found;
  if (isPortalRole(role)) return refused('role-withheld');
  const chosen = { kind: 'chosen', role, session, pageUrl: facts.pageUrl } as const;
  if (standing.kind === 'offered') return { ...chosen, ground: standing.ground };
  const mayAgain = isAgain && standing.kind === 'current' && session.current && !session.multiSession;
  return mayAgain ? { ...chosen, ground: undefined } : refused('role-withheld');
}

export function refused(reason: Refusal['reason']): Refusal {
  return { kind: 'refused', reason };
}
