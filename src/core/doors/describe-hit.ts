import { readableAccount } from '../roles/role-list.ts';
import type { RoleHit } from '../roles/search-roles.ts';

/** How the address bar takes descriptions: with elements for what is found and what is beside the point, or as they are. */
export type DescriptionStyle = 'markup' | 'plain';

/** One line of the address bar for a role: its label, then account, role name and the service to land on. */
export function describeHit({ row, service }: RoleHit, query: string, style: DescriptionStyle): string {
  const details = [`${readableAccount(row.account)} ${row.roleName}`, row.region, service && `→ ${service.name}`]
    .filter(Boolean)
    .join(' · ');
  if (style === 'plain') return `${row.label} — ${details}`;
  return `${marked(row.label, wordsOf(query))} <dim>— ${escaped(details)}</dim>`;
}

/** A sentence as a description. */
export function describeText(text: string, style: DescriptionStyle): string {
  return style === 'plain' ? text : escaped(text);
}

/** The longest word first, so that a shorter one within it does not cut it. */
function wordsOf(query: string): readonly string[] {
  return query
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
}

/** The text with the words that stand in it as they were typed. */
function marked(text: string, words: readonly string[]): string {
  if (words.length === 0) return escaped(text);
  const found = new RegExp(`(${words.map(literal).join('|')})`, 'giu');
  // Split by a group: every second part is a word that was found.
  return text
    .split(found)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `<match>${escaped(part)}</match>`))
    .join('');
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** What XML can't hold even as an entity: one such character, and the browser shows no suggestion at all. */
const NOT_IN_XML = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text.replace(NOT_IN_XML, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
