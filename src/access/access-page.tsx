import { useMemo, useState } from 'preact/hooks';
import type { AccessForm, Format, Part } from '../core/access/access-form.ts';
import { type AccessSource, accessKit } from '../core/access/access-kit.ts';
import { formOf } from '../core/access/form-of.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { useTranslate } from '../ui/translation.ts';
import { CheckSection } from './check-section.tsx';
import { ConditionsSection } from './conditions-section.tsx';
import { FileSection } from './file-section.tsx';
import { NoteList } from './note-list.tsx';
import { OutputSection } from './output-section.tsx';
import { useAccessSource } from './use-access-source.ts';
import { WhoSection } from './who-section.tsx';

/** The page that writes what an admin needs so that the roles of the text work. */
export function AccessPage() {
  const t = useTranslate();
  const source = useAccessSource();
  return (
    <main>
      <header>
        <HatrackMark size={32} />
        <h1>{t('kitTitle')}</h1>
        <a class="link-button" href="../options/index.html">
          {t('kitToOptions')}
        </a>
      </header>
      <p class="intro">{t('kitHelp')}</p>
      {source && <Kit source={source} />}
    </main>
  );
}

const NO_CHANGES: Partial<AccessForm> = {};

/** What is chosen is kept apart from what the text says, so that the rest follows the text. */
function Kit({ source }: { readonly source: AccessSource }) {
  const t = useTranslate();
  const [baseName, setBaseName] = useState<string>();
  const [changes, setChanges] = useState(NO_CHANGES);
  const [part, setPart] = useState<Part>('trust');
  const [format, setFormat] = useState<Format>('json');
  const { bases } = source.config;
  const base = bases.find(({ profile }) => profile === baseName) ?? bases[0];
  const told = useMemo(() => formOf(source, base), [source, base]);
  const form = useMemo(() => ({ ...told, ...changes }), [told, changes]);
  const kit = useMemo(() => accessKit(source, base, form, part, format), [source, base, form, part, format]);
  const change = (more: Partial<AccessForm>) => setChanges((before) => ({ ...before, ...more }));
  const chooseBase = (profile: string) => {
    setBaseName(profile);
    // Account, partition and people are the other base's.
    setChanges(({ account, partition, who, names, mfa, ...others }) => others);
  };
  return (
    <>
      <div class="choices">
        <WhoSection bases={bases} base={base} told={told} form={form} onBase={chooseBase} onChange={change} />
        <OutputSection
          part={part}
          format={format}
          form={form}
          onPart={setPart}
          onFormat={setFormat}
          onChange={change}
        />
        {part !== 'permissions' && <ConditionsSection form={form} onChange={change} />}
      </div>
      <div class="outcome">
        <section class="kit-notes">
          <h2>{t('kitNotes')}</h2>
          {kit.notes.length === 0 && <p class="all-good">{t('kitNoNotes')}</p>}
          <NoteList notes={kit.notes} />
        </section>
        <FileSection files={kit.files} />
        <CheckSection />
      </div>
    </>
  );
}
