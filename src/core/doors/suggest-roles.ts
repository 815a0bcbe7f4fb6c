import type { RoleRow } from '../roles/role-list.ts';
import { type RoleHit, RoleSearch } from '../roles/search-roles.ts';
import { type DescriptionStyle, describeHit } from './describe-hit.ts';
import { fromOmniboxContent, isOmniboxContent, toOmniboxContent } from './omnibox-content.ts';

/** As both browsers call it: `content` comes back when it is chosen. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** As many as Chromium has room for beside its own first line. */
const MOST = 6;

/** The roles that the text in the address bar finds, best first. */
export function suggestRoles(roles: RoleSearch, text: string, style: DescriptionStyle): readonly Suggestion[] {
  return findOthers(roles, text)
    .slice(0, MOST)
    .map((hit) => ({ content: toOmniboxContent(hit), description: describeHit(hit, text, style) }));
}

/**
 * What Enter means: the suggestion that was chosen, or, for a text that was typed, the one that it finds first. What is
 * only guessed, nobody has chosen: the wrong account is one letter away.
 */
export function enteredHit(rows: readonly RoleRow[], text: string): RoleHit | undefined {
  if (text.trim() === '') return undefined;
  if (isOmniboxContent(text)) return fromOmniboxContent(text, rows);
  const [first] = findOthers(new RoleSearch(rows), text);
  return first?.isGuess ? undefined : first;
}

/** Without the role that one is in. */
function findOthers(roles: RoleSearch, text: string): readonly RoleHit[] {
  return roles.find(text, true).hits.filter(({ row }) => row.state.kind !== 'current');
}
