import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { chooseColor } from './color-swatches.ts';
import { colorValue } from './color-value.ts';
import { actionButton, nextProblem, problemHelp, problemNote, problemsWithin, problemText } from './problem-marks.ts';

/** Opens the card of the line at a position; closes it for undefined. */
const setCard = StateEffect.define<number | undefined>();

const cardPosition = StateField.define<number | undefined>({
  create: () => undefined,
  update(position, { effects, docChanged, selection, state }) {
    const asked = effects.findLast((effect) => effect.is(setCard));
    if (asked) return asked.value;
    if (position === undefined || docChanged) return undefined;
    const isLeft = selection && state.doc.lineAt(selection.main.head).from !== state.doc.lineAt(position).from;
    return isLeft ? undefined : position;
  },
  provide: (field) => showTooltip.from(field, (position) => (position === undefined ? null : cardAt(position))),
});

/** For the keyboard: F8 goes to the next problem and says it; Mod-. goes to what can be done in the line. */
export const lineCard: Extension = [
  cardPosition,
  keymap.of([
    { key: 'F8', run: (view) => goToProblem(view, true), shift: (view) => goToProblem(view, false) },
    { key: 'Mod-.', run: enterCard, preventDefault: true },
    { key: 'Alt-Enter', run: enterCard, preventDefault: true },
    { key: 'Escape', run: closeCard },
  ]),
  EditorView.domEventHandlers({ blur: (event, view) => closeWhenLeft(event, view) }),
];

function goToProblem(view: EditorView, isForward: boolean): boolean {
  const { state } = view;
  const t = state.facet(problemHelp)?.t;
  const found = nextProblem(state, isForward);
  if (!t) return false;
  if (!found) {
    view.dispatch({ effects: EditorView.announce.of(t('noProblems')) });
    return true;
  }
  const line = t('problemLine', state.doc.lineAt(found.from).number);
  view.dispatch({
    selection: { anchor: found.from, head: found.to },
    effects: [
      EditorView.scrollIntoView(found.from, { y: 'nearest', yMargin: 100 }),
      setCard.of(found.from),
      EditorView.announce.of(`${line}. ${problemText(state, found.problem)}`),
    ],
  });
  return true;
}

function enterCard(view: EditorView): boolean {
  const { state } = view;
  const { from } = state.selection.main;
  if (!hasCard(state, from)) return true;
  // Anew, because what can be done may have been read since it was opened.
  view.dispatch({ effects: setCard.of(undefined) });
  view.dispatch({ effects: setCard.of(from) });
  view.dom.querySelector<HTMLElement>('.editor-card button')?.focus();
  return true;
}

function closeCard(view: EditorView): boolean {
  if (view.state.field(cardPosition) === undefined) return false;
  view.dispatch({ effects: setCard.of(undefined) });
  return true;
}

function hasCard(state: EditorState, position: number): boolean {
  const line = state.doc.lineAt(position);
  return problemsWithin(state, line.from, line.to).length > 0 || colorValue(line.text) !== undefined;
}

function cardAt(position: number): Tooltip {
  return { pos: position, above: true, create: (view) => ({ dom: drawCard(view, position) }) };
}

function drawCard(view: EditorView, position: number): HTMLElement {
  const line = view.state.doc.lineAt(position);
  const t = view.state.facet(problemHelp)?.t;
  const card = document.createElement('div');
  card.className = 'editor-card';
  card.role = 'group';
  card.ariaLabel = t?.('problemLine', line.number) ?? '';
  card.append(...problemsWithin(view.state, line.from, line.to).map(({ problem }) => problemNote(view, problem)));
  if (t && colorValue(line.text) && !view.state.readOnly) {
    card.append(actionButton(t('chooseColor'), () => chooseColor(view, position)));
  }
  card.addEventListener('keydown', (event) => moveWithin(card, event, view));
  card.addEventListener('focusout', (event) => closeWhenLeft(event, view));
  return card;
}

function moveWithin(card: HTMLElement, event: KeyboardEvent, view: EditorView): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    view.focus();
    closeCard(view);
  } else if (step !== undefined) {
    const buttons = [...card.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons.at((at + step) % buttons.length)?.focus();
  } else {
    return;
  }
  event.preventDefault();
}

/** Not at once: the focus may go while the editor itself is being drawn. */
function closeWhenLeft({ relatedTarget }: FocusEvent, view: EditorView): void {
  if (relatedTarget instanceof Node && view.dom.contains(relatedTarget)) return;
  setTimeout(() => {
    if (!view.dom.contains(document.activeElement)) closeCard(view);
  });
}
