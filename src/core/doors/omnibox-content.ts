import { type ConsoleService, parseService } from '../console/console-services.ts';
import type { RoleRow } from '../roles/role-list.ts';
import type { RoleHit } from '../roles/search-roles.ts';

const BEFORE_SERVICE = ' > ';

/** What stands in the address bar for a suggestion: the role's id, and the service to land on, if there is one. */
export function toOmniboxContent({ row, service }: RoleHit): string {
  return service === undefined ? row.id : `${row.id}${BEFORE_SERVICE}${service.id}`;
}

/**
 * Reads what `toOmniboxContent` wrote, which the user, or anybody with the address bar's text, may have changed: only a
 * role that is listed now and a service of the table count. Undefined for any other text.
 */
export function fromOmniboxContent(text: string, rows: readonly RoleRow[]): RoleHit | undefined {
  const content = text.trim();
  const whole = rows.find(({ id }) => id === content);
  if (whole) return { row: whole };
  const end = content.lastIndexOf(BEFORE_SERVICE);
  if (end < 0) return undefined;
  const row = rows.find(({ id }) => id === content.slice(0, end));
  const service: ConsoleService | undefined = parseService(content.slice(end + BEFORE_SERVICE.length));
  return row && service && { row, service };
}

/** The form of a role's id, see `roleIdMaker`. */
const CONTENT = /^[a-z-]*:[^:\s]+:[^:]+:\d*:/;

/** Whether the text was a suggestion once, and so means that one role or none: nothing is to be searched for by it. */
export function isOmniboxContent(text: string): boolean {
  return CONTENT.test(text.trim());
}
