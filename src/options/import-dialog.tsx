import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Layer } from '../core/config/layer.ts';
import type { ImportEntry, ImportTemplate } from '../core/import/import-plan.ts';
import { planImport } from '../core/import/plan-import.ts';
import { useTranslate } from '../ui/translation.ts';
import { readConsoleHistory } from './console-history.ts';
import { Dialog } from './dialog.tsx';
import { ImportTemplateFields } from './import-template.tsx';
import { entryReasonSentence, unknownReasonSentence } from './import-text.ts';

export interface ImportSource {
  readonly text: string;
  readonly fileName?: string;
}

interface ImportDialogProps {
  /** What stands in the editor. */
  readonly currentText: string;
  /** The layers before it. */
  readonly others: readonly Layer[];
  /** What was dropped or chosen before the dialog opened. */
  readonly source: ImportSource | undefined;
  readonly onImport: (text: string) => void;
  readonly onClose: () => void;
}

const EMPTY: ImportSource = { text: '' };
const NONE_DECLINED: ReadonlySet<number> = new Set();

/** Shows what an import would add, change and leave out, and why; nothing is written before it is confirmed. */
export function ImportDialog({ currentText, others, source: given, onImport, onClose }: ImportDialogProps) {
  const t = useTranslate();
  const [source, setSource] = useState<ImportSource>(given ?? EMPTY);
  const [template, setTemplate] = useState<ImportTemplate>({ roleName: 'OrganizationAccountAccessRole' });
  const [declined, setDeclined] = useState(NONE_DECLINED);
  const [message, setMessage] = useState<string>();
  useEffect(() => {
    if (given) setSource(given);
  }, [given]);
  const plan = useMemo(
    () => (source.text.trim() === '' ? undefined : planImport(currentText, source, { template, declined, others })),
    [currentText, others, source, template, declined],
  );
  const take = (next: ImportSource) => {
    setSource(next);
    setDeclined(NONE_DECLINED);
    setMessage(undefined);
  };
  const takeHistory = async () => {
    const text = await readConsoleHistory();
    if (text === undefined) setMessage(t('importNoHistory'));
    else take({ text });
  };
  const toggle = (index: number) => {
    const next = new Set(declined);
    if (!next.delete(index)) next.add(index);
    setDeclined(next);
  };
  const wanted = plan?.entries.filter(({ action }, index) => action !== 'skip' && !declined.has(index)).length ?? 0;
  return (
    <Dialog title={t('import')} onClose={onClose}>
      <p class="quiet">{t('importHelp')}</p>
      <textarea
        class="import-text"
        aria-label={t('importText')}
        value={source.text}
        spellcheck={false}
        onInput={(event) => take({ text: event.currentTarget.value })}
      />
      <div class="buttons">
        <label class="plain file-button">
          {t('importFile')}
          <input
            type="file"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void file.text().then((text) => take({ text, fileName: file.name }));
            }}
          />
        </label>
        <button type="button" class="plain" onClick={() => void takeHistory()}>
          {t('importHistory')}
        </button>
      </div>
      {message !== undefined && (
        <p class="notice notice-alert" role="alert">
          {message}
        </p>
      )}
      {plan?.kind === 'organizations' && <ImportTemplateFields template={template} onChange={setTemplate} />}
      {plan && (
        <>
          {plan.reason && <p class="notice notice-alert">{unknownReasonSentence(plan.reason, t)}</p>}
          {plan.removedSecrets.length > 0 && (
            <p class="notice notice-alert">
              {t('secretsRemoved', plan.removedSecrets.map(({ line, key }) => `${line} (${key})`).join(', '))}
            </p>
          )}
          <ImportTable entries={plan.entries} declined={declined} onToggle={toggle} />
          {wanted === 0 && plan.kind !== 'unknown' && <p class="quiet">{t('importNothing')}</p>}
          <button type="button" class="primary" disabled={wanted === 0} onClick={() => onImport(plan.resultText)}>
            {t('importConfirm', wanted)}
          </button>
        </>
      )}
    </Dialog>
  );
}

interface ImportTableProps {
  readonly entries: readonly ImportEntry[];
  readonly declined: ReadonlySet<number>;
  readonly onToggle: (index: number) => void;
}

/** As many entries as a preview can show at once; the button tells the number of all. */
const SHOWN = 500;

function ImportTable({ entries, declined, onToggle }: ImportTableProps) {
  const t = useTranslate();
  const words = { add: t('importAdded'), change: t('importChanged'), skip: t('importSkipped') };
  return (
    <ul class="import-entries">
      {entries.slice(0, SHOWN).map((entry, index) => (
        <li key={index}>
          <label>
            <input
              type="checkbox"
              disabled={entry.action === 'skip'}
              checked={entry.action !== 'skip' && !declined.has(index)}
              onChange={() => onToggle(index)}
            />
            <span class={`import-action import-${entry.action}`}>{words[entry.action]}</span>
            <span class="import-name">{entry.profile}</span>
            <span class="quiet">
              {[entry.account, entry.roleName, entry.reason && entryReasonSentence(entry.reason, t)]
                .filter(Boolean)
                .join('  ')}
            </span>
          </label>
          {entry.changes.map(({ key, before, after }) => (
            <p key={key} class="import-change quiet">
              {key}: {before ?? '–'} → {after}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
