import { cutComment, unquote } from './ini-value.ts';
import { ruleOfKey } from './keys.ts';
import { sectionKind } from './section-kind.ts';

/** Line ends and what can't be seen; a tab inside a value stays. */
const UNWRITABLE = /(?!\t)[\p{Cc}\u2028\u2029]+/gu;

/**
 * What `readConfig` will give back for a value: the value itself, on one line, trimmed.
 *
 * Line ends and control characters become a space. One thing INI can't hold: a comment character behind white space
 * together with both kinds of quotes, each standing before a comment or at the end. There the single ones become ’.
 */
export function writableValue(key: string, value: string): string {
  const line = value.replace(UNWRITABLE, ' ').trim();
  return spellValue(key, line, '', '') === undefined ? line.replaceAll("'", '’') : line;
}

/**
 * A value as it has to be written between `before` and `after`, the rest of its line, to be read as it is: with quotes
 * only where it would be misread without. Takes what `writableValue` gives; undefined where only `after` stands in the
 * way.
 */
export function spellValue(key: string, value: string, before: string, after: string): string | undefined {
  const rule = ruleOfKey(key.toLowerCase());
  // Nothing at all would make a nested block of deeper lines below.
  const spellings = value === '' ? ['""'] : [value, `"${value}"`, `'${value}'`];
  return spellings.find((spelling) => unquote(cutComment(before + spelling + after, rule)).trim() === value);
}

/** A name that a header can hold: on one line, trimmed, `]` as `)`; empty where nothing is left. */
export function writableName(name: string): string {
  const line = name.replace(UNWRITABLE, ' ').replace(/\t/g, ' ').trim();
  return line.includes(']') ? line.replaceAll('[', '(').replaceAll(']', ')') : line;
}

/**
 * A profile's name as it has to stand in a header to be read as it is, e.g. `profile "my name"`.
 *
 * @param prefix `profile ` as the header has it or shall have it; empty for none. One is added where the name alone
 *   would be taken for something else (`plugins`).
 */
export function spellName(name: string, prefix: string, isQuoted = false): string {
  const quoted = (name.includes('"') ? ["'", '"'] : ['"', "'"]).map((quote) => quote + name + quote);
  // The AWS CLI reads a name with a space in it only between quotes.
  const own = isQuoted || /\s/.test(name) ? [...quoted, name] : [name, ...quoted];
  const plain = prefix === '' ? [name] : own.map((spelling) => prefix + spelling);
  const spellings = [...plain, ...quoted.map((spelling) => `profile ${spelling}`)];
  const isRead = (spelling: string) => {
    const kind = sectionKind({ name: spelling, line: 1, entries: [], problems: [] });
    return kind.kind === 'profile' && kind.name === name;
  };
  return spellings.find(isRead) ?? name;
}
