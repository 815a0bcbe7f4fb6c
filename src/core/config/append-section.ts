import { type ConfigText, indentOf, readConfigText, writtenAt } from './config-text.ts';
import { type KeyStyle, keyStyleOf, lineEndAt, PLAIN_STYLE, spellKeyLine } from './key-style.ts';
import type { TextEdit } from './text-edit.ts';
import { spellName, writableName, writableValue } from './write-value.ts';

export interface NewSection {
  /** Without `profile `; `writableName` says what becomes of one that no header can hold. */
  readonly profile: string;
  /** In the order to be written; those without a value are left out. */
  readonly keys: Readonly<Record<string, string | undefined>>;
  /** Whether to write `[profile name]`; left out, as most of the text's sections do. */
  readonly prefix?: boolean | undefined;
}

/**
 * Adds a section at the end of the text, in its style: line ends, spaces, a blank line between. The last line ends as
 * it did. A name that no header can hold is changed as `writableName` tells; without any name nothing is added.
 */
export function appendSection(text: string, section: NewSection): TextEdit[] {
  if (writableName(section.profile) === '') return [];
  const config = readConfigText(text);
  return appendBlocks(config, [spellSection(sectionStyleOf(config), section)]);
}

/** Adds blocks of lines at the end of the text, each apart from what comes before it as the text's sections are. */
export function appendBlocks(config: ConfigText, blocks: readonly (readonly string[])[]): TextEdit[] {
  if (blocks.length === 0) return [];
  const { text, lines } = config;
  const at = text.length;
  const lineEnd = lineEndAt(config, lines.length);
  const last = writtenAt(config, lines.length);
  const isEmpty = text.trim() === '';
  const isBlankAbove = last !== '' || writtenAt(config, lines.length - 1).trim() === '';
  const hasGap = isEmpty || (last.trim() === '' && isBlankAbove);
  const gap = isDense(config) ? '' : lineEnd;
  const open = last.replace('\uFEFF', '') === '' ? '' : lineEnd;
  const body = blocks.map((block) => block.join(lineEnd)).join(lineEnd + gap);
  const close = open === '' || isEmpty ? lineEnd : '';
  return [{ from: at, to: at, insert: `${open}${hasGap ? '' : gap}${body}${close}` }];
}

/** How new sections of a text are written. */
export interface SectionStyle {
  readonly indent: string;
  readonly keys: KeyStyle;
  readonly isPrefixed: boolean;
}

/** The style of the text's last section with keys; most of them say whether names have a prefix. */
export function sectionStyleOf(config: ConfigText): SectionStyle {
  const model = config.sections.findLast(({ entries }) => entries.length > 0);
  const isPrefixed = isMostlyPrefixed(config);
  if (!model) return { indent: '', keys: PLAIN_STYLE, isPrefixed };
  const keys = keyStyleOf(config, model);
  // Delimiters below each other are not carried over to other keys.
  const plain = keys.column === undefined ? keys : { ...keys, column: undefined, before: ' ' };
  return { indent: indentOf(writtenAt(config, model.line)), keys: plain, isPrefixed };
}

/** The lines of a section. */
export function spellSection(style: SectionStyle, { profile, keys, prefix }: NewSection): string[] {
  const name = spellName(writableName(profile), (prefix ?? style.isPrefixed) ? 'profile ' : '');
  const written = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined || writableValue(key, value) === '' ? [] : [spellKeyLine(key, value, style.keys)],
  );
  return [`${style.indent}[${name}]`, ...written];
}

function isMostlyPrefixed({ profiles, sections }: ConfigText): boolean {
  const prefixed = sections.filter(({ name }) => /^profile\s/i.test(name)).length;
  return prefixed > 0 && prefixed * 2 >= profiles.length;
}

/** Whether sections follow each other without a blank line. */
function isDense(config: ConfigText): boolean {
  const [, ...others] = config.sections;
  return others.length > 0 && others.every(({ line }) => writtenAt(config, line - 1).trim() !== '');
}
