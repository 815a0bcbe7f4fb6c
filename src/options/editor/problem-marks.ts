import { type Diagnostic, forEachDiagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { type EditorState, type Extension, Facet, StateEffect, StateField, type Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type Problem, severityOf } from '../../core/config/problem.ts';
import type { TextEdit } from '../../core/config/text-edit.ts';
import { problemSentence } from '../../ui/problem-text.ts';
import type { Translate } from '../../ui/translation.ts';
import { fullText } from './keep-endings.ts';
import { toPlainChanges } from './line-endings.ts';
import { problemSpan } from './problem-span.ts';

export interface Fix {
  readonly label: string;
  /** By offsets in the text that the problems were read from. */
  readonly apply: readonly TextEdit[];
}

/** What can be done about problems, and the words for it. */
export interface ProblemHelp {
  readonly t: Translate;
  fixesFor(problem: Problem): readonly Fix[];
}

/** A problem where it stands now, which may not be where it was found. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly from: number;
  readonly to: number;
}

interface Marked extends Diagnostic {
  readonly problem: Problem;
}

export const problemHelp = Facet.define<ProblemHelp, ProblemHelp | undefined>({ combine: ([help]) => help });

/** The document that the problems are of: what mends them is for no other. */
const checkedDoc = StateField.define<Text | undefined>({
  create: () => undefined,
  update: (value, { effects }) => effects.find((effect) => effect.is(setChecked))?.value ?? value,
});
const setChecked = StateEffect.define<Text>();

/** Underlines, marks beside the line, and what is said when the pointer rests on either. */
export function problemMarks(help: ProblemHelp): Extension {
  return [problemHelp.of(help), checkedDoc, lintGutter()];
}

/** Shows the problems of a text; of one that isn't in the editor any more, not at all. */
export function showProblems(view: EditorView, problems: readonly Problem[], checkedText: string): void {
  const { state } = view;
  if (fullText(state) !== checkedText) return;
  const { doc } = state;
  const marked = problems.flatMap((problem): Marked[] => {
    if (problem.line > doc.lines) return [];
    const line = doc.line(problem.line);
    const span = problemSpan(line.text, problem);
    return [
      {
        from: line.from + span.from,
        to: line.from + span.to,
        severity: severityOf(problem),
        message: problemText(state, problem),
        renderMessage: () => problemNote(view, problem),
        problem,
      },
    ];
  });
  const { effects } = setDiagnostics(state, marked);
  view.dispatch({ effects: [setChecked.of(doc), ...[effects ?? []].flat()] });
}

/** The problems of a text that now begin between two places, in order. */
export function problemsWithin(state: EditorState, from: number, to: number): PlacedProblem[] {
  const found: PlacedProblem[] = [];
  forEachDiagnostic(state, (diagnostic, start, end) => {
    if (start >= from && start <= to) found.push({ problem: (diagnostic as Marked).problem, from: start, to: end });
  });
  return found;
}

/** The problem behind the cursor, or before it; from the other end of the text where there is none. */
export function nextProblem(state: EditorState, isForward: boolean): PlacedProblem | undefined {
  const all = problemsWithin(state, 0, state.doc.length);
  const { from, to } = state.selection.main;
  if (isForward) return all.find((placed) => placed.from > from || (placed.from === from && placed.to > to)) ?? all[0];
  return all.findLast((placed) => placed.from < from) ?? all.at(-1);
}

export function problemText(state: EditorState, problem: Problem): string {
  const t = state.facet(problemHelp)?.t;
  return t ? `${t(`severity_${severityOf(problem)}`)}: ${problemSentence(problem, t)}` : problem.code;
}

/** The problem's sentence, and a button for each way to mend it. */
export function problemNote(view: EditorView, problem: Problem): HTMLElement {
  const note = document.createElement('div');
  note.className = `editor-problem editor-problem-${severityOf(problem)}`;
  const sentence = document.createElement('p');
  sentence.textContent = problemText(view.state, problem);
  note.append(sentence, ...fixButtons(view, problem));
  return note;
}

export function actionButton(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'editor-action';
  button.textContent = label;
  button.addEventListener('click', run);
  return button;
}

/** Makes changes by offsets in the full text, as one step of the undo history. */
export function applyChanges(view: EditorView, changes: readonly TextEdit[]): void {
  view.focus();
  view.dispatch({
    changes: toPlainChanges(fullText(view.state), changes),
    userEvent: 'input.fix',
    scrollIntoView: true,
  });
}

function fixButtons(view: EditorView, problem: Problem): HTMLButtonElement[] {
  const { doc, readOnly } = view.state;
  if (readOnly || doc !== view.state.field(checkedDoc)) return [];
  const fixes = view.state.facet(problemHelp)?.fixesFor(problem) ?? [];
  return fixes.map(({ label, apply }) =>
    actionButton(label, () => {
      // After a change the problems, and with them what mends them, are about to be read again.
      if (view.state.doc === doc) applyChanges(view, apply);
    }),
  );
}
