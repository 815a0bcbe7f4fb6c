import { type AccessNote, NOTE_SEVERITY } from '../core/access/access-note.ts';
import { useTranslate } from '../ui/translation.ts';
import { NOTE_SENTENCES, SEVERITY_WORDS } from './note-sentences.ts';

/** What to know and to do, the gravest first. */
export function NoteList({ notes }: { readonly notes: readonly AccessNote[] }) {
  const t = useTranslate();
  return (
    <ul class="notes">
      {notes.map(({ code, values }) => (
        <li key={`${code} ${values.join(' ')}`} class={`note note-${NOTE_SEVERITY[code]}`}>
          <span class="note-severity">{t(SEVERITY_WORDS[NOTE_SEVERITY[code]])}</span>
          <span>{t(NOTE_SENTENCES[code], ...values)}</span>
        </li>
      ))}
    </ul>
  );
}
