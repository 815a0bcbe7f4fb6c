import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { ini } from './ini-language.ts';
import { theme } from './theme.ts';

interface ShownDiff {
  readonly before: string;
  readonly after: string;
  /** What the box is called. */
  readonly label: string;
  /** What stands for a folded part; `$` is where the number of its lines goes. */
  readonly unchanged: string;
}

/**
 * Draws what changes from one text to another into an element: the new text, with what it replaces struck out above and
 * long unchanged parts folded. Returns the way to take it out again.
 */
export function showDiff(parent: HTMLElement, { before, after, label, unchanged }: ShownDiff): () => void {
  const view = new EditorView({
    parent,
    doc: after,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      // Long lines are scrolled to by keyboard too.
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorState.phrases.of({ '$ unchanged lines': unchanged }),
      lineNumbers(),
      ini(),
      theme,
      unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 2, minSize: 6 } }),
    ],
  });
  return () => view.destroy();
}
