// The editor itself: everything of CodeMirror is behind this file, which only the options page loads, when it needs it.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import type { Problem } from '../../core/config/problem.ts';
import { removeSecrets } from '../../core/config/secrets.ts';
import type { TextEdit } from '../../core/config/text-edit.ts';
import { colorSwatches } from './color-swatches.ts';
import { completion } from './completion.ts';
import { foldSections } from './fold-sections.ts';
import { ini } from './ini-language.ts';
import { fullText, keepEndings, setEndings } from './keep-endings.ts';
import { leastChanges } from './least-changes.ts';
import { lineCard } from './line-card.ts';
import { splitEndings } from './line-endings.ts';
import { phrases } from './phrases.ts';
import { applyChanges, type ProblemHelp, problemMarks, showProblems } from './problem-marks.ts';
import { theme } from './theme.ts';

export type { Fix } from './problem-marks.ts';

export interface CodeEditorOptions extends ProblemHelp {
  readonly parent: HTMLElement;
  readonly label: string;
  /** Id of the element that says how the editor is used. */
  readonly describedBy: string;
  onInput(text: string): void;
  onSave(): void;
}

export interface CodeEditor {
  /** Makes this the text, and leaves alone what is the same already. Does nothing for what `onInput` has said last. */
  setText(text: string): void;
  setReadOnly(isReadOnly: boolean): void;
  /** Shows the problems of that text. */
  setProblems(problems: readonly Problem[], checkedText: string): void;
  /** Selects a 1-based line and shows it. */
  showLine(line: number): void;
  /** Makes changes by offsets in the text, as if typed. */
  apply(changes: readonly TextEdit[]): void;
  focus(): void;
  destroy(): void;
}

/** Marks the text that comes from outside, which `onInput` need not be told. */
const fromOutside = Annotation.define<true>();

export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const readOnly = new Compartment();
  let known = '';
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      extensions: [
        readOnly.of(EditorState.readOnly.of(true)),
        keymap.of([{ key: 'Mod-s', run: () => savedBy(options), preventDefault: true }]),
        behaviour(options),
        EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-describedby': options.describedBy }),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (!docChanged) return;
          known = fullText(state);
          if (!transactions.every((transaction) => transaction.annotation(fromOutside))) options.onInput(known);
        }),
      ],
    }),
  });
  return {
    setText(text) {
      if (text === known) return;
      replaceText(view, known, text);
      known = text;
    },
    setReadOnly(isReadOnly) {
      if (isReadOnly === view.state.readOnly) return;
      view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(isReadOnly)) });
    },
    setProblems: (problems, checkedText) => showProblems(view, problems, checkedText),
    showLine(line) {
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.focus();
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 60 }),
      });
    },
    apply: (changes) => applyChanges(view, changes),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function behaviour(help: CodeEditorOptions): Extension {
  const { t } = help;
  return [
    phrases(t),
    theme,
    keepEndings,
    ini(),
    foldSections,
    codeFolding(),
    // Marks, numbers, then what folds: the order of their gutters.
    problemMarks(help),
    lineNumbers(),
    foldGutter(),
    completion(t),
    colorSwatches(t),
    lineCard,
    history(),
    search({ top: true }),
    highlightSelectionMatches(),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching({ brackets: '[]' }),
    closeBrackets(),
    dropCursor(),
    selections(),
    // No key for Tab but in the list of proposals: it goes on to what is behind the editor.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap]),
  ];
}

/** Several at once by Alt and the mouse; drawn by the system itself where the user has it choose the colours. */
function selections(): Extension {
  if (matchMedia('(forced-colors: active)').matches) return [];
  return [
    EditorState.allowMultipleSelections.of(true),
    drawSelection({ cursorBlinkRate: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1200 }),
    rectangularSelection(),
    crosshairCursor(),
  ];
}

function savedBy({ onSave }: CodeEditorOptions): boolean {
  onSave();
  return true;
}

/**
 * Takes over a text that was not typed here. It can be undone as one step, but for the first text, and where
 * credentials were taken out: those must not come back.
 */
function replaceText(view: EditorView, before: string, text: string): void {
  const { plain, endings } = splitEndings(text);
  const hadSecrets = removeSecrets(before).removed.length > removeSecrets(text).removed.length;
  const isUndoable = !view.state.readOnly && !hadSecrets;
  view.dispatch({
    changes: leastChanges(view.state.doc.sliceString(0), plain),
    effects: setEndings.of(endings),
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(isUndoable), isolateHistory.of('full')],
  });
}
