import { type ConfigText, readKeyLine } from '../config/config-text.ts';
import { unquote } from '../config/ini-value.ts';
import { knownKey } from '../config/keys.ts';

/** A `key = value` line, cut in three that give it back one after the other. */
export interface KeyParts {
  /** In lower case. */
  readonly key: string;
  /** Everything before the value. */
  readonly head: string;
  /** With its quotes. */
  readonly written: string;
  /** As it is read: without its quotes. */
  readonly value: string;
  /** Everything behind the value: white space, a comment. */
  readonly tail: string;
}

/** The parts of a line that holds a key; undefined for any other. */
export function keyParts(content: string): KeyParts | undefined {
  const found = readKeyLine(asText(content), 1);
  if (!found) return undefined;
  const { keyFrom, keyTo, valueFrom, valueTo } = found;
  const written = content.slice(valueFrom, valueTo);
  return {
    key: content.slice(keyFrom, keyTo).toLowerCase(),
    head: content.slice(0, valueFrom),
    written,
    value: unquote(written),
    tail: content.slice(valueTo),
  };
}

/** The name that a key goes by: `display_name` and `label` are one key. */
export function keyNameOf(key: string): string {
  return knownKey(key) ?? key;
}

function asText(content: string): ConfigText {
  const line = { from: 0, to: content.length, end: content.length };
  return { text: content, lines: [line], sections: [], profiles: [], lineEnd: '\n' };
}
