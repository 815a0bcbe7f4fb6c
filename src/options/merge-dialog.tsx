import { useId, useMemo, useState } from 'preact/hooks';
import { type MergeChoice, type MergeConflict, mergeConfigs } from '../core/merge/merge-configs.ts';
import { type Translate, useTranslate } from '../ui/translation.ts';
import { Dialog } from './dialog.tsx';
import { Diff } from './diff.tsx';
import { whenText } from './when-text.ts';

interface MergeDialogProps {
  /** The last text that both were made from; empty where it is not known. */
  readonly base: string;
  /** This device's text. */
  readonly mine: string;
  /** The text that was saved elsewhere. */
  readonly theirs: string;
  /** When that was, in milliseconds since 1970. */
  readonly theirsSavedAt: number;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

const NONE: ReadonlyMap<string, MergeChoice> = new Map();

/** Two texts that change the same: shows each contradiction side by side, and takes what the user decides. */
export function MergeDialog({ base, mine, theirs, theirsSavedAt, onDone, onClose }: MergeDialogProps) {
  const t = useTranslate();
  const [choices, setChoices] = useState(NONE);
  const merge = useMemo(() => mergeConfigs({ base, mine, theirs }, choices), [base, mine, theirs, choices]);
  const { conflicts, joined, text } = merge;
  const open = conflicts.filter(({ id }) => !choices.has(id)).length;
  const choose = (id: string, choice: MergeChoice) => setChoices(new Map([...choices, [id, choice]]));
  const chooseAll = (choice: MergeChoice) => setChoices(new Map(conflicts.map(({ id }) => [id, choice])));
  return (
    <Dialog title={t('mergeTitle')} onClose={onClose}>
      <p>{t('mergeHelp', whenText(theirsSavedAt))}</p>
      {joined > 0 && <p class="quiet">{t('mergeJoined', joined.toLocaleString())}</p>}
      {conflicts.length > 1 && (
        <div class="buttons">
          <button type="button" class="plain" onClick={() => chooseAll('mine')}>
            {t('mergeAllMine')}
          </button>
          <button type="button" class="plain" onClick={() => chooseAll('theirs')}>
            {t('mergeAllTheirs')}
          </button>
        </div>
      )}
      <div class="merge-conflicts">
        {conflicts.map((conflict) => (
          <Conflict
            key={conflict.id}
            conflict={conflict}
            choice={choices.get(conflict.id)}
            onChoose={(choice) => choose(conflict.id, choice)}
          />
        ))}
      </div>
      {open === 0 && (
        <>
          <p class="quiet">{t('mergePreview')}</p>
          <Diff before={mine} after={text} />
        </>
      )}
      <div class="buttons merge-foot">
        <button type="button" class="primary" disabled={open > 0} onClick={() => onDone(text)}>
          {t('mergeUse')}
        </button>
        <p role="status" class="quiet">
          {open > 0 ? t('mergeOpen', open.toLocaleString()) : ''}
        </p>
      </div>
    </Dialog>
  );
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Conflict({ conflict, choice, onChoose }: ConflictProps) {
  const t = useTranslate();
  const { id, section, key, base, mine, theirs } = conflict;
  const beforeId = useId();
  const side = (value: MergeChoice, title: string, lines: readonly string[] | undefined) => (
    <label class="merge-side">
      <span class="choice">
        <input type="radio" name={id} value={value} checked={choice === value} onChange={() => onChoose(value)} />
        {title}
      </span>
      <Lines lines={lines} t={t} />
    </label>
  );
  return (
    <fieldset class="merge-conflict" aria-describedby={beforeId}>
      <legend>{key === undefined ? `[${section}]` : `[${section}] ${key}`}</legend>
      <div class="merge-sides">
        {side('mine', t('mergeMine'), mine)}
        {side('theirs', t('mergeTheirs'), theirs)}
      </div>
      <div class="merge-base quiet" id={beforeId}>
        {t('mergeBefore')}
        <Lines lines={base} t={t} />
      </div>
    </fieldset>
  );
}

function Lines({ lines, t }: { readonly lines: readonly string[] | undefined; readonly t: Translate }) {
  return lines === undefined ? <em class="quiet">{t('mergeNotThere')}</em> : <code>{lines.join('\n')}</code>;
}
