import type { ConfigNode, ConfigTree, Line } from './config-tree.ts';
import { keyParts } from './key-parts.ts';

/** The text of a tree. What would be read as something else beside its new neighbours is indented anew. */
export function writeTree({ hasBom, isEnded, nodes }: ConfigTree): string {
  const lines: Line[] = [];
  for (const node of nodes) addNode(lines, node);
  const last = lines.length - 1;
  const written = lines.map(({ content, end }, at) => (at === last && isEnded === false ? content : content + end));
  return (hasBom ? '\uFEFF' : '') + written.join('');
}

function addNode(lines: Line[], node: ConfigNode): void {
  for (const line of node.above) lines.push(line);
  for (const line of node.lines) lines.push(line);
  let key = '';
  for (const child of node.children) {
    for (const line of child.above) lines.push(line);
    for (const line of child.lines) {
      const placed = child.kind === 'key' ? placeBelow(key, line) : line;
      if (child.kind === 'key') key = placed.content;
      lines.push(placed);
    }
    addBlock(lines, key, child.children);
  }
}

/** Deeper than a key without a value, a key would be read as part of a block below that. */
function placeBelow(key: string, line: Line): Line {
  const indent = indentOf(key);
  if (indentOf(line.content).length <= indent.length || keyParts(key)?.written !== '') return line;
  return { ...line, content: indent + line.content.trimStart() };
}

/** No deeper than the key above it, a part of its block would be read as a key of the section. */
function addBlock(lines: Line[], key: string, parts: readonly ConfigNode[]): void {
  const indent = indentOf(key);
  for (const part of parts) {
    for (const line of part.above) lines.push(line);
    for (const line of part.lines) {
      const isDeep = part.kind !== 'key' || indentOf(line.content).length > indent.length;
      lines.push(isDeep ? line : { ...line, content: `${indent}  ${line.content.trimStart()}` });
    }
  }
}

function indentOf(content: string): string {
  return content.slice(0, content.length - content.trimStart().length);
}
