import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  completionStatus,
  insertCompletionText,
  pickedCompletion,
  selectedCompletion,
} from '@codemirror/autocomplete';
import { type Extension, type Line, Prec, type Text } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { sectionKind } from '../../core/config/section-kind.ts';
import type { Translate } from '../../ui/translation.ts';
import { readLine, sectionName } from './ini-line.ts';
import { type Proposal, propose, type Surroundings } from './propose.ts';
import { sectionNames } from './section-names.ts';

/** Sections are short; one that isn't is not searched to its ends for keys to leave out. */
const LINES_AROUND = 200;

/** Proposals while typing and by Ctrl-Space. Tab and Enter take one. */
export function completion(t: Translate): Extension {
  return [
    autocompletion({
      override: [(context) => complete(context, t)],
      icons: false,
      // After a key its values are proposed at once.
      activateOnCompletion: ({ type }) => type === 'key',
      addToOptions: [{ position: 20, render: colorSample }],
    }),
    Prec.highest(
      keymap.of([
        { key: 'Enter', run: leaveFinishedWord },
        { key: 'Tab', run: acceptCompletion },
      ]),
    ),
  ];
}

function complete({ state, pos, explicit }: CompletionContext, t: Translate): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const found = propose(line.text.slice(0, pos - line.from), surroundings(state.doc, line));
  if (!found || found.list.length === 0) return null;
  const from = line.from + found.from;
  // An empty line is no question.
  if (!explicit && found.list[0]?.kind === 'key' && from === pos) return null;
  const count = found.list.length;
  return {
    from,
    options: found.list.map((proposal, index) => toCompletion(proposal, { index, count }, t)),
    validFor: found.list[0]?.kind === 'name' ? /^[^,]*$/ : /^[\w-]*$/,
  };
}

function toCompletion(
  { text, kind, detail, sentence }: Proposal,
  { index, count }: { readonly index: number; readonly count: number },
  t: Translate,
): Completion {
  return {
    label: text,
    type: kind,
    sortText: String(index).padStart(6, '0'),
    // Their order counts, where what is typed fits several equally well.
    boost: count > 1 ? -index / count : 0,
    ...(detail !== undefined && { detail }),
    ...(sentence && { info: t(sentence) }),
    ...(kind === 'key' && { apply: applyKey }),
  };
}

/** Writes the key with its equals sign, where none follows yet. */
function applyKey(view: EditorView, picked: Completion, from: number, to: number): void {
  const rest = view.state.doc.lineAt(to).text.slice(to - view.state.doc.lineAt(to).from);
  const text = /^\s*[=:]/.test(rest) ? picked.label : `${picked.label} = `;
  view.dispatch({ ...insertCompletionText(view.state, text, from, to), annotations: pickedCompletion.of(picked) });
}

/** Enter behind a word that is already what would be put in its place is a new line. */
function leaveFinishedWord(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false;
  const picked = selectedCompletion(view.state);
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  if (picked && picked.type !== 'key' && before.endsWith(picked.label)) closeCompletion(view);
  return false;
}

function colorSample({ type, detail = '' }: Completion): Node | null {
  if (type !== 'color') return null;
  const sample = document.createElement('span');
  sample.className = 'editor-color-sample';
  sample.style.background = detail;
  return sample;
}

function surroundings(doc: Text, line: Line): Surroundings {
  return { names: () => sectionNames(doc), section: () => sectionAround(doc, line.number) };
}

function sectionAround(doc: Text, number: number): ReturnType<Surroundings['section']> {
  const keys = new Set<string>();
  const addKey = (text: string) => {
    const read = readLine(text);
    if (read.kind === 'entry') keys.add(read.name);
  };
  const isHeader = (text: string) => /^\s*\[/.test(text);
  for (let below = number + 1; below <= Math.min(doc.lines, number + LINES_AROUND); below++) {
    const { text } = doc.line(below);
    if (isHeader(text)) break;
    addKey(text);
  }
  for (let above = number - 1; above >= Math.max(1, number - LINES_AROUND); above--) {
    const { text } = doc.line(above);
    const name = isHeader(text) ? (sectionName(text) ?? '') : undefined;
    if (name === undefined) addKey(text);
    else return { name: profileName(name), keys };
  }
  return { name: undefined, keys };
}

function profileName(name: string): string {
  const section = sectionKind({ name, line: 0, entries: [], problems: [] });
  return section.kind === 'foreign' ? name : section.name;
}
