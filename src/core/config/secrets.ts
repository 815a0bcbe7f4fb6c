import { SECRET_KEYS } from './keys.ts';

export interface RemovedLine {
  /** 1-based line of the text as it was. */
  readonly line: number;
  /** The credential's key in lower case; the value is nowhere. */
  readonly key: string;
}

export interface WithoutSecrets {
  readonly text: string;
  readonly removed: readonly RemovedLine[];
}

/**
 * A credential's key that is given a value, wherever it stands in a line and however it is spelled: indented, quoted,
 * commented out, behind `export`, in a command, or `SecretAccessKey` in pasted JSON. Better one line too many than one
 * secret stored. `u` makes `i` fold the non-ASCII letters that lower case folds as well, so that no spelling that
 * parse-ini takes for the key gets by.
 */
const SECRET = new RegExp(`(${SECRET_KEYS.map(looseKey).join('|')})["']?\\s*[=:]`, 'iu');
const LINE_WITH_END = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
/** What follows a credential that was broken over several lines is indented and no key of its own. */
const HAS_KEY = /^[^=:]+[=:]\s*[^\s=]/;

/**
 * Takes the lines with credentials out of a text (config-format §3) and says which; every other byte stays as it was.
 * Must run on every text before it is stored, shown or logged.
 */
export function removeSecrets(text: string): WithoutSecrets {
  if (!SECRET.test(text)) return { text, removed: [] };
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const kept: string[] = [];
  const removed: RemovedLine[] = [];
  let open: OpenSecret | undefined;
  linesWithEnds(text.slice(bom.length)).forEach((written, index) => {
    const found = SECRET.exec(written);
    if (found) open = openSecret(found, written);
    else if (!saysNothing(written) && open && !isContinued(open, written)) open = undefined;
    if (open && (found || !saysNothing(written))) removed.push({ line: index + 1, key: open.key });
    else kept.push(written);
  });
  return { text: bom + kept.join(''), removed };
}

/** `aws_session_token` as a pattern that takes `AwsSessionToken`, `aws-session-token` and `SessionToken` as well. */
function looseKey(key: string): string {
  const words = key.replace(/^aws_/, '').split('_').join('[_-]?');
  return key.startsWith('aws_') ? `(?:aws[_-]?)?${words}` : words;
}

interface OpenSecret {
  readonly key: string;
  readonly indent: number;
  /** Then a nested block below it is all its value. */
  readonly isEmpty: boolean;
}

function openSecret(found: RegExpExecArray, written: string): OpenSecret {
  const [match, key = ''] = found;
  return { key: key.toLowerCase(), indent: indentOf(written), isEmpty: written.trim() === match.trim() };
}

function isContinued(open: OpenSecret, written: string): boolean {
  const content = written.trim();
  if (content.startsWith('[') || indentOf(written) <= open.indent) return false;
  return open.isEmpty || !HAS_KEY.test(content);
}

/** Blank lines and comments end nothing. */
function saysNothing(written: string): boolean {
  return /^\s*(?:$|[#;])/.test(written);
}

function indentOf(written: string): number {
  return written.length - written.trimStart().length;
}

function linesWithEnds(text: string): string[] {
  const lines: string[] = [];
  LINE_WITH_END.lastIndex = 0;
  while (LINE_WITH_END.lastIndex < text.length) lines.push(LINE_WITH_END.exec(text)?.[0] ?? '');
  return lines;
}
