import { useMemo, useRef } from 'preact/hooks';
import { readConfig } from '../core/config/read-config.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { useTranslate } from '../ui/translation.ts';
import { ConfigEditor, type ConfigEditorHandle } from './config-editor.tsx';
import { PictureSection } from './picture-section.tsx';
import { ProblemList } from './problem-list.tsx';
import { RolePreview } from './role-preview.tsx';
import { SettingsSection } from './settings-section.tsx';
import { SyncLine } from './sync-line.tsx';
import { useSavedConfig } from './use-saved-config.ts';
import { useSettled } from './use-settled.ts';

/** How long the text rests before it is read again. */
const REST_MS = 150;

/** The page where the configuration text is looked after. */
export function OptionsPage() {
  const t = useTranslate();
  const editor = useRef<ConfigEditorHandle>(null);
  const saved = useSavedConfig();
  const settledText = useSettled(saved.text, REST_MS);
  const config = useMemo(() => readConfig(settledText), [settledText]);
  return (
    <main>
      <header>
        <HatrackMark size={32} />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <section class="edit">
        <div class="edit-head">
          <h2>{t('configuration')}</h2>
          <p>{t('configurationHelp')}</p>
        </div>
        <ConfigEditor
          handle={editor}
          text={saved.text}
          problems={config.problems}
          isReadOnly={!saved.canSave}
          onInput={saved.setText}
          onSave={saved.save}
        />
        <div class="edit-foot">
          <button type="button" class="primary" disabled={!saved.canSave} onClick={saved.save}>
            {t('save')}
          </button>
          <p role="status" class={saved.notice?.isAlert ? 'notice-alert save-notice' : 'save-notice'}>
            {saved.notice?.sentence ?? (saved.isChanged ? t('unsavedChanges') : '')}
          </p>
        </div>
      </section>
      <aside>
        <ProblemList problems={config.problems} onShow={(line) => editor.current?.showLine(line)} />
        <RolePreview config={config} onShow={(line) => editor.current?.showLine(line)} />
        <PictureSection roles={config.roles} />
        <SyncLine />
        <SettingsSection />
      </aside>
    </main>
  );
}
