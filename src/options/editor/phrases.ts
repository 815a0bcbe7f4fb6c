import { EditorState, type Extension } from '@codemirror/state';
import type { Translate } from '../../ui/translation.ts';

/** CodeMirror's own words. A `$` in one of them is where CodeMirror puts a number. */
export function phrases(t: Translate): Extension {
  return EditorState.phrases.of({
    Find: t('editorFind'),
    Replace: t('editorReplace'),
    next: t('editorNext'),
    previous: t('editorPrevious'),
    all: t('editorAll'),
    'match case': t('editorMatchCase'),
    regexp: t('editorRegexp'),
    'by word': t('editorByWord'),
    replace: t('editorReplaceOne'),
    'replace all': t('editorReplaceAll'),
    close: t('close'),
    'current match': t('editorCurrentMatch'),
    'on line': t('editorOnLine'),
    'replaced $ matches': t('editorReplacedMatches', '$'),
    'replaced match on line $': t('editorReplacedMatch', '$'),
    'Go to line': t('editorGoToLine'),
    go: t('editorGo'),
    'Selection deleted': t('editorSelectionDeleted'),
    'Control character': t('editorControlCharacter'),
    Completions: t('editorCompletions'),
    'Folded lines': t('editorFoldedLines'),
    'Unfolded lines': t('editorUnfoldedLines'),
    to: t('editorTo'),
    'folded code': t('editorFolded'),
    unfold: t('editorUnfold'),
    'Fold line': t('editorFoldLine'),
    'Unfold line': t('editorUnfoldLine'),
    Diagnostics: t('problems'),
    'No diagnostics': t('noProblems'),
  });
}
