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
}

/**
 * Draws what changes from one text to another into an element: the new text, with what it replaces struck out above and
 * long unchanged parts folded. Returns the way to take it out again.
 */
export function showDiff(parent: HTMLElement, { before, after, label }: ShownDiff): () => void {
  const view = new EditorView({
    parent,
    doc: after,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      lineNumbers(),
      ini(),
      theme,
      unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 2, minSize: 6 } }),
    ],
  });
  return () => view.destroy();
}
