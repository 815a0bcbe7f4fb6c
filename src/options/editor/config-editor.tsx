import type { Ref } from 'preact';
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../core/config/problem.ts';
import type { TextEdit } from '../../core/config/text-edit.ts';
import { useTranslate } from '../../ui/translation.ts';
import type { CodeEditor, Fix } from './code-editor.ts';
import { EditorKeys } from './editor-keys.tsx';

export interface ConfigEditorHandle {
  /** Selects a 1-based line and shows it. */
  showLine(line: number): void;
  /** Makes changes by offsets in the text, as one step that can be undone. */
  apply(changes: readonly TextEdit[]): void;
}

interface ConfigEditorProps {
  readonly text: string;
  /** The problems of `checkedText`, which may be a moment older than the text. */
  readonly problems: readonly Problem[];
  readonly checkedText: string;
  readonly isReadOnly: boolean;
  readonly onInput: (text: string) => void;
  readonly onSave: () => void;
  /** What mends a problem, by offsets in `checkedText`; asked when a problem is looked at. */
  readonly fixes?: (problem: Problem) => readonly Fix[];
  readonly handle: Ref<ConfigEditorHandle>;
}

/** The configuration text to edit. Until the editor is loaded, the plain text is there to read. */
export function ConfigEditor(props: ConfigEditorProps) {
  const { text, problems, checkedText, isReadOnly, onInput } = props;
  const t = useTranslate();
  const keysId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor>();
  const [isLost, setLost] = useState(false);
  const latest = useRef(props);
  latest.current = props;
  /** The line to show once there is an editor. */
  const asked = useRef<number | undefined>(undefined);

  useEffect(() => {
    const parent = frame.current;
    if (!parent) return;
    const gone = new AbortController();
    import('./code-editor.ts').then(
      ({ createCodeEditor }) => {
        if (gone.signal.aborted) return;
        const created = createCodeEditor({
          parent,
          t,
          label: t('configuration'),
          describedBy: keysId,
          onInput: (next) => latest.current.onInput(next),
          onSave: () => latest.current.onSave(),
          fixesFor: (problem) => latest.current.fixes?.(problem) ?? [],
        });
        gone.signal.addEventListener('abort', () => created.destroy());
        setEditor(created);
      },
      // The package was replaced while the page was open. The text can be edited all the same.
      () => setLost(true),
    );
    return () => gone.abort();
  }, [t, keysId]);

  // At once, in this order: before anything else can be typed, and marks only in the text that they are of.
  useLayoutEffect(() => editor?.setText(text), [editor, text]);
  useLayoutEffect(() => editor?.setReadOnly(isReadOnly), [editor, isReadOnly]);
  useLayoutEffect(() => editor?.setProblems(problems, checkedText), [editor, problems, checkedText]);
  useLayoutEffect(() => {
    if (!editor || asked.current === undefined) return;
    editor.showLine(asked.current);
    asked.current = undefined;
  }, [editor]);

  useImperativeHandle(props.handle, () => ({
    showLine(line) {
      if (editor) editor.showLine(line);
      else asked.current = line;
    },
    apply: (changes) => editor?.apply(changes),
  }));
  return (
    <>
      <div class="editor">
        <div ref={frame} class="editor-frame" />
        {!editor && (
          <textarea
            aria-label={t('configuration')}
            value={text}
            readOnly={!isLost || isReadOnly}
            spellcheck={false}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      </div>
      <EditorKeys id={keysId} />
    </>
  );
}
