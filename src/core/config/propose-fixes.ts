import {
  type ConfigText,
  indentOf,
  lastLineOfKey,
  lineAt,
  readKeyLine,
  saysNothing,
  writtenAt,
} from './config-text.ts';
import type { Fix, FixKey } from './fix.ts';
import { freeName } from './free-name.ts';
import { isToolKey, knownKey } from './keys.ts';
import {
  mendAccount,
  mendColor,
  mendRegion,
  mendRoleArn,
  mendRoleName,
  mendStartUrl,
  mendUrl,
  nearest,
} from './mend-value.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { renameSection, renameSources } from './rename-section.ts';
import { removeSecrets } from './secrets.ts';
import { sectionKind } from './section-kind.ts';
import { startPathOf } from './start-url.ts';
import type { TextEdit } from './text-edit.ts';
import { removeLines } from './write-config.ts';
import { spellValue } from './write-value.ts';

/**
 * Every way that may mend the problem, the best first; whether it does, `fixesFor` finds out.
 *
 * @param otherNames names of profiles in other layers
 */
export function proposeFixes(
  problem: Problem,
  config: ConfigText,
  otherNames: ReadonlySet<string> = new Set(),
): readonly Fix[] {
  const { code, line, values } = problem;
  const [first = '', second = ''] = values;
  const mend = VALUE_MENDERS[code];
  if (mend) return changeValue(config, line, mend(first));
  switch (code) {
    case 'unknown-key':
      return second === '' ? [] : renameKey(config, line, second);
    case 'bad-boolean':
      return ['true', 'false'].flatMap((value) => changeValue(config, line, value));
    case 'bad-choice':
      return changeValue(config, line, nearest(first, values[2]?.split(', ') ?? []));
    case 'unclosed-section':
      return closeSection(config, line);
    case 'text-without-key':
      return [...insertEquals(config, line), commentOut(config, line)];
    case 'key-outside-section':
      return [commentOut(config, line)];
    case 'text-after-section':
      return commentRest(config, line);
    case 'duplicate-key':
      return [fix('remove-earlier', [first, second], removeKey(config, Number(second)))];
    case 'duplicate-section':
    case 'name-taken':
      return renameTwin(config, line, first, otherNames);
    case 'unknown-source-profile':
      return changeBase(config, line, first, otherNames);
    case 'unknown-sso-session':
      return changeValue(config, line, nearest(first, sessionNames(config)));
    case 'source-profile-loop':
      return [fix('remove-base', [first], removeBase(config, line, first))];
    case 'role-arn-and-parts-differ':
    case 'not-overridable':
      return [fix('remove-key', [first], removeKey(config, line))];
    case 'secret':
      return removeSecret(config, line);
    default:
      return [];
  }
}

const VALUE_MENDERS: Partial<Record<ProblemCode, (value: string) => string | undefined>> = {
  'bad-role-arn': mendRoleArn,
  'bad-account': mendAccount,
  'bad-role-name': mendRoleName,
  'bad-color': mendColor,
  'bad-region': mendRegion,
  'bad-image': mendUrl,
  'bad-start-url': mendStartUrl,
  'start-url-elsewhere': startPathOf,
  'bad-portal-url': mendUrl,
};

function fix(key: FixKey, values: readonly string[], edits: readonly TextEdit[]): Fix {
  return { title: { key, values }, edits };
}

function changeValue(config: ConfigText, line: number, value: string | undefined): Fix[] {
  const written = readKeyLine(config, line);
  if (!written || value === undefined) return [];
  const { keyFrom, keyTo, valueFrom: from, valueTo: to, after, contentTo } = written;
  const key = config.text.slice(keyFrom, keyTo);
  const spelled = spellValue(key, value, after, config.text.slice(to, contentTo));
  return spelled === undefined ? [] : [fix('change-value', [value], [{ from, to, insert: spelled }])];
}

function renameKey(config: ConfigText, line: number, key: string): Fix[] {
  const written = readKeyLine(config, line);
  return written ? [fix('rename-key', [key], [{ from: written.keyFrom, to: written.keyTo, insert: key }])] : [];
}

/** Ends the header before a comment that is apart from it. */
function closeSection(config: ConfigText, line: number): Fix[] {
  const written = writtenAt(config, line);
  const open = written.indexOf('[') + 1;
  const name = written
    .slice(open)
    .replace(/\s[#;].*$/s, '')
    .trimEnd();
  if (name.trim() === '') return [];
  const at = lineAt(config, line).from + open + name.length;
  return [fix('close-section', [name.trim()], [{ from: at, to: at, insert: ']' }])];
}

/** `role_arn arn:…`: a key that is known, with nothing but white space before its value. */
function insertEquals(config: ConfigText, line: number): Fix[] {
  const [, start = '', key = '', gap = ''] = /^(\s*)(\w+)(\s+)\S/.exec(writtenAt(config, line)) ?? [];
  if (knownKey(key.toLowerCase()) === undefined && !isToolKey(key.toLowerCase())) return [];
  const from = lineAt(config, line).from + start.length + key.length;
  return [fix('insert-equals', [key], [{ from, to: from + gap.length, insert: ' = ' }])];
}

function commentOut(config: ConfigText, line: number): Fix {
  const written = writtenAt(config, line);
  const at = lineAt(config, line).from + (written.startsWith('\uFEFF') ? 1 : 0) + indentOf(written).length;
  return fix('comment-out', [], [{ from: at, to: at, insert: '# ' }]);
}

function commentRest(config: ConfigText, line: number): Fix[] {
  const written = writtenAt(config, line);
  const end = written.indexOf(']') + 1;
  const rest = written.slice(end).trimStart();
  if (end === 0 || rest === '') return [];
  const at = lineAt(config, line).from + written.length - rest.length;
  const gap = written.length - rest.length === end ? ' ' : '';
  return [fix('comment-rest', [], [{ from: at, to: at, insert: `${gap}# ` }])];
}

function removeKey(config: ConfigText, line: number): TextEdit[] {
  return readKeyLine(config, line) ? removeRange(config, line, lastLineOfKey(config, line)) : [];
}

function removeRange(config: ConfigText, first: number, last: number): TextEdit[] {
  return removeLines(config, new Set(linesFrom(first, last)));
}

function renameTwin(
  { text, profiles }: ConfigText,
  line: number,
  name: string,
  otherNames: ReadonlySet<string>,
): Fix[] {
  const names = new Set(profiles.map((profile) => profile.name));
  const free = freeName(name, (candidate) => names.has(candidate) || otherNames.has(candidate));
  return [fix('rename-section', [free], renameSection(text, line, free))];
}

function changeBase(config: ConfigText, line: number, base: string, otherNames: ReadonlySet<string>): Fix[] {
  const names = [...new Set([...config.profiles.map(({ name }) => name), ...otherNames])];
  const meant = nearest(base, names) ?? nearest(base.replace(/^profile\s+/i, ''), names);
  if (meant === undefined) return [];
  return [
    fix(
      'change-base',
      [base, meant],
      renameSources(config, new Map([[base, meant]]), (other) => other === line),
    ),
  ];
}

/** Takes the base out of the list, or the key with it where it is the only one. */
function removeBase(config: ConfigText, line: number, base: string): TextEdit[] {
  const entry = config.sections.flatMap(({ entries }) => entries).find((candidate) => candidate.line === line);
  if (entry?.value.trim() === base) return removeKey(config, line);
  return renameSources(config, new Map([[base, undefined]]), (other) => other === line);
}

function sessionNames({ sections }: ConfigText): string[] {
  return sections.flatMap((section) => {
    const kind = sectionKind(section);
    return kind.kind === 'sso-session' ? [kind.name] : [];
  });
}

/** A credential may go on in the next lines: one of them alone would no longer be known for what it is. */
function removeSecret(config: ConfigText, line: number): Fix[] {
  const { removed } = removeSecrets(config.text);
  const index = removed.findIndex((candidate) => candidate.line === line);
  const key = removed[index]?.key;
  if (key === undefined) return [];
  const isQuiet = (above: number, below: number) =>
    linesFrom(above + 1, below - 1).every((between) => saysNothing(writtenAt(config, between)));
  const isOne = (above: number, below: number) => {
    const [one, other] = [removed[above], removed[below]];
    return one?.key === key && other?.key === key && isQuiet(one.line, other.line);
  };
  let [from, to] = [index, index];
  while (isOne(from - 1, from)) from--;
  while (isOne(to, to + 1)) to++;
  const lines = removed.slice(from, to + 1).map((one) => one.line);
  const [first = line] = lines;
  const last = lines.at(-1) ?? first;
  const title: [FixKey, string[]] =
    first === last ? ['remove-line', []] : ['remove-lines', [String(first), String(last)]];
  return [fix(...title, removeLines(config, new Set(lines)))];
}

function linesFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
