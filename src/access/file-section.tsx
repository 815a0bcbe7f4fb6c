import { useState } from 'preact/hooks';
import type { AccessFile } from '../core/access/access-files.ts';
import { downloadText } from '../ui/download.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { ChoiceField } from './fields.tsx';

/** The files, one of them shown, to be copied or downloaded. */
export function FileSection({ files }: { readonly files: readonly AccessFile[] }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState('');
  const [copied, setCopied] = useState<{ readonly text: string; readonly sentence: MessageKey }>();
  const file = files.find(({ name }) => name === chosen) ?? files[0];
  if (!file) return null;
  const copy = async () => {
    const outcome = await navigator.clipboard.writeText(file.text).then(
      () => 'kitCopied' as const,
      () => 'kitNotCopied' as const,
    );
    setCopied({ text: file.text, sentence: outcome });
  };
  return (
    <section class="file">
      <ChoiceField
        name="file"
        label="kitFile"
        value={file.name}
        choices={files.map(({ name }) => [name, name] as const)}
        onChoose={setChosen}
      />
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void copy()}>
          {t('kitCopy')}
        </button>
        <button type="button" class="plain" onClick={() => downloadText(file.name, file.text)}>
          {t('kitDownload')}
        </button>
        <span role="status">{copied?.text === file.text && t(copied.sentence)}</span>
      </div>
      <textarea class="file-text" readOnly rows={24} wrap="off" aria-label={file.name} value={file.text} />
    </section>
  );
}
