import { foldService } from '@codemirror/language';
import type { Text } from '@codemirror/state';

const HEADER = /^\s*\[/;
const SAYS_NOTHING = /^\s*(?:$|[#;])/;

/**
 * What folds behind a section's header: its lines up to the last that says something. Comments below that belong to
 * the next section as a rule, so they stay in view.
 */
export function sectionFold(doc: Text, headerStart: number): { from: number; to: number } | undefined {
  const header = doc.lineAt(headerStart);
  if (!HEADER.test(header.text) || header.number === doc.lines) return undefined;
  let end = header.to;
  let at = header.to;
  for (const line of doc.iterLines(header.number + 1)) {
    if (HEADER.test(line)) break;
    at += 1 + line.length;
    if (!SAYS_NOTHING.test(line)) end = at;
  }
  return end > header.to ? { from: header.to, to: end } : undefined;
}

export const foldSections = foldService.of((state, lineStart) => sectionFold(state.doc, lineStart) ?? null);
