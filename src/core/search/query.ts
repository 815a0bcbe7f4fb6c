import { splitArn } from '../config/split-arn.ts';
import type { Correction } from './corrections.ts';
import { fold } from './fold.ts';
import { lettersOf } from './letters.ts';
import { MARK, wordKey } from './words.ts';

/** A word of a query, with what is looked for to find it. */
export interface QueryWord {
  /** Folded. */
  readonly text: string;
  /** Finds where it begins in a marked text; undefined where it has neither letter nor digit. */
  readonly key: string | undefined;
  /** Whether it has some that a row may write as others: `eu-west` is `eu.west`. */
  readonly hasSeparators: boolean;
  /** Finds a second name that begins with it. */
  readonly line: string;
  readonly letters: number;
  /** An account number or a part of one, without the dashes that the console shows. */
  readonly digits: string | undefined;
  /** Whether it can be made of the beginnings of several words. */
  readonly hasInitials: boolean;
  /** What may have been meant, the likeliest first; empty where the word stands for itself. */
  readonly corrections: readonly Correction[];
}

/** Nobody types as many; what was pasted by mistake must not be searched for word by word. */
const MOST_WORDS = 16;
const INITIALS = /^[\p{L}\p{N}]{2,32}$/u;

/** The words of a query. An ARN of a role means its account and its name. */
export function parseQuery(query: string): readonly QueryWord[] {
  const arn = splitArn(query);
  const words = fold(arn ? `${arn.account} ${arn.roleName}` : query).split(/\s+/);
  return words.filter(Boolean).slice(0, MOST_WORDS).map(toWord);
}

export function toWord(text: string): QueryWord {
  const digits = /^[\d-]*\d[\d-]*$/.test(text) ? text.replaceAll('-', '') : undefined;
  const key = wordKey(text);
  return {
    text,
    key,
    hasSeparators: key !== undefined && key !== MARK + text,
    line: `\n${text}`,
    letters: lettersOf(key ?? text),
    digits,
    hasInitials: digits === undefined && INITIALS.test(text),
    corrections: [],
  };
}

/** The words between the separators of one: `prod-payments` may mean both in any order. Undefined where it is one. */
export function partsOf({ text, digits }: QueryWord): readonly QueryWord[] | undefined {
  if (digits !== undefined) return undefined;
  const parts = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  return parts.length > 1 || (parts.length === 1 && parts[0] !== text) ? parts.map(toWord) : undefined;
}

/**
 * Whether every row that the words find is among those that the earlier ones found. A separator alone is looked for as it
 * is; before letters it may be any other.
 */
export function isNarrower(words: readonly QueryWord[], earlier: readonly QueryWord[]): boolean {
  if (words.length < earlier.length) return false;
  return earlier.every(({ text, key }, at) => key !== undefined && words[at]?.text.startsWith(text));
}
