import { unquote } from './ini-value.ts';
import type { IniSection } from './parse-ini.ts';

/** What a section is by its header; `foreign` ones are known and read over (config-format §2). */
export type SectionKind =
  | { readonly kind: 'profile'; readonly name: string }
  | { readonly kind: 'sso-session'; readonly name: string }
  | { readonly kind: 'foreign' };

/** What stands before a section's own name, with blanks between. */
const TYPES: ReadonlySet<string> = new Set(['profile', 'sso-session', 'services']);
const FOREIGN = /^(?:plugins|preview|granted_registry_.*)$/is;
const ROLE_KEYS: ReadonlySet<string> = new Set(['role_arn', 'aws_account_id', 'role_name']);

/**
 * Says what a section is. One that says which account or role it means is a profile whatever its name is: AESR's users
 * call a role `[preview]` too.
 */
export function sectionKind(section: IniSection): SectionKind {
  const blank = section.name.search(/\s/);
  const prefix = blank < 0 ? '' : section.name.slice(0, blank).toLowerCase();
  const type = TYPES.has(prefix) ? prefix : undefined;
  const rest = section.name.slice(blank).trim();
  if (type === 'profile') return { kind: 'profile', name: unquote(rest).trim() };
  const isForeign = type === 'services' || FOREIGN.test(section.name);
  if ((type === undefined && !isForeign) || section.entries.some(({ key }) => ROLE_KEYS.has(key))) {
    return { kind: 'profile', name: section.name };
  }
  return isForeign ? { kind: 'foreign' } : { kind: 'sso-session', name: unquote(rest).trim() };
}
