import type { ConfigNode, Line } from './config-tree.ts';
import { keyParts } from './key-parts.ts';
import { behindValue } from './merge-line.ts';
import type { Versions } from './versions.ts';

const NONE: ReadonlySet<string> = new Set();

const TARGET_KEYS: ReadonlySet<string> = new Set(['role_arn', 'aws_account_id', 'role_name']);

/**
 * What a node says, comments, blanks and spelling aside: two that say the same are read alike. In a section the order
 * says nothing but for keys that stand twice, of which the last one counts.
 */
export function meaningOf(node: ConfigNode): string {
  const own = ownWords(node);
  if (node.children.length === 0) return own;
  const inside = node.children.filter(({ kind }) => kind !== 'comments').map((child) => [child.name, meaningOf(child)]);
  return JSON.stringify([own, inside.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))]);
}

function isTarget({ title }: ConfigNode): boolean {
  return TARGET_KEYS.has(title);
}

/** Whether a key has a nested block below it. */
export function isBlock({ children }: ConfigNode): boolean {
  return children.length > 0;
}

/** The role or account that a section is about: what most likely stays the same where other keys change. */
export function targetOf(node: ConfigNode): string {
  return node.children.filter(isTarget).map(meaningOf).join('\n');
}

/**
 * The names of the keys that say which role or account a section is about, where both sides have changed that: joined
 * key by key, they might lead to a role that neither side had. Of a section where such a key stands twice, none.
 */
export function disputedKeys({ base, first, second }: Versions<ConfigNode | undefined>): ReadonlySet<string> {
  if (!base || !first || !second) return NONE;
  const [before, one, other] = [base, first, second].map(targetOf);
  if (one === other || one === before || other === before) return NONE;
  const targets = [base, first, second].map(({ children }) => children.filter(isTarget).map(({ name }) => name));
  return targets.some((names) => new Set(names).size < names.length) ? NONE : new Set(targets.flat());
}

/** All the lines of a node as they are written, with the comments above it. */
export function writtenLines(node: ConfigNode): string[] {
  const written: string[] = [];
  collect(node, (line) => written.push(line.content));
  const first = written.findIndex((content) => content.trim() !== '');
  return written.slice(Math.max(0, first));
}

/** All of it as one text. */
export function writtenText(node: ConfigNode): string {
  return writtenLines(node).join('\n');
}

/** Comments that a node has and an earlier version of it had not, those behind values as lines of their own. */
export function addedComments(base: ConfigNode | undefined, node: ConfigNode): Line[] {
  const known = new Map<string, number>();
  for (const { content } of base ? commentsIn(base) : [])
    known.set(content.trim(), (known.get(content.trim()) ?? 0) + 1);
  return commentsIn(node).filter(({ content }) => {
    const count = known.get(content.trim()) ?? 0;
    known.set(content.trim(), count - 1);
    return count <= 0;
  });
}

function commentsIn(node: ConfigNode): Line[] {
  const comments: Line[] = [];
  collect(node, (line) => {
    const content = isComment(line.content) ? line.content : behindValue(line.content);
    if (isComment(content)) comments.push({ content, end: line.end });
  });
  return comments;
}

function collect(node: ConfigNode, take: (line: Line) => void): void {
  for (const line of node.above) take(line);
  for (const line of node.lines) take(line);
  for (const child of node.children) collect(child, take);
}

function isComment(content: string): boolean {
  return /^\s*[#;]/.test(content);
}

function ownWords({ kind, name, lines: [line] }: ConfigNode): string {
  if (!line || kind === 'line' || kind === 'comments') return name;
  if (kind === 'key') return `${name}\n${keyParts(line.content)?.value ?? ''}`;
  const behind = behindValue(line.content);
  return behind === '' || isComment(behind) ? name : `${name}\n${behind}`;
}

/** Whether nodes are the same to the last byte. */
export function isEqual(one: ConfigNode, other: ConfigNode): boolean {
  return (
    one.name === other.name &&
    areEqual(one.above, other.above, isEqualLine) &&
    areEqual(one.lines, other.lines, isEqualLine) &&
    areEqual(one.children, other.children, isEqual)
  );
}

function isEqualLine(one: Line, other: Line): boolean {
  return one.content === other.content && one.end === other.end;
}

function areEqual<Item>(
  some: readonly Item[],
  others: readonly Item[],
  areSame: (a: Item, b: Item) => boolean,
): boolean {
  return (
    some.length === others.length &&
    some.every((item, at) => {
      const other = others[at];
      return other !== undefined && areSame(item, other);
    })
  );
}
