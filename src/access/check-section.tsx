import { useState } from 'preact/hooks';
import { judgePolicyText } from '../core/access/judge-policy.ts';
import { useTranslate } from '../ui/translation.ts';
import { NoteList } from './note-list.tsx';

/** Says what a policy that somebody has opens too far. */
export function CheckSection() {
  const t = useTranslate();
  const [text, setText] = useState('');
  const notes = text.trim() === '' ? undefined : judgePolicyText(text);
  return (
    <section class="check">
      <h2>{t('kitCheck')}</h2>
      <p id="check-help" class="quiet">
        {t('kitCheckHelp')}
      </p>
      <textarea
        name="policy"
        rows={6}
        value={text}
        aria-label={t('kitCheckText')}
        aria-describedby="check-help"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        {notes?.length === 0 && <p class="all-good">{t('kitCheckGood')}</p>}
        {notes && <NoteList notes={notes} />}
      </div>
    </section>
  );
}
