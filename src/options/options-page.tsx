import { useMemo, useRef, useState } from 'preact/hooks';
import { hostAccess } from '../browser/host-access.ts';
import { settingsItem } from '../browser/items.ts';
import { openHistory, openSelfCheck } from '../browser/tabs.ts';
import type { RoleId } from '../core/config/config.ts';
import { FIX_SENTENCE, fixesFor } from '../core/config/fixes.ts';
import { PERSONAL } from '../core/config/layer.ts';
import type { Problem } from '../core/config/problem.ts';
import { readLayers } from '../core/config/read-layers.ts';
import { effectiveSettings } from '../core/settings/effective-settings.ts';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { HostAccessNotice } from '../ui/host-access-notice.tsx';
import { useTranslate } from '../ui/translation.ts';
import { ConfigButtons } from './config-buttons.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { readConsoleHistory } from './console-history.ts';
import { ContainerSection } from './container-section.tsx';
import { DamagedNotice } from './damaged-notice.tsx';
import { EditFoot } from './edit-foot.tsx';
import { ConfigEditor, type ConfigEditorHandle } from './editor/config-editor.tsx';
import { EXAMPLE_CONFIG, FirstRun } from './first-run.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { ImportDialog, type ImportSource } from './import-dialog.tsx';
import { LayerProblems } from './layer-problems.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PictureSection } from './picture-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { ProblemList } from './problem-list.tsx';
import { RoleForm } from './role-form.tsx';
import { RolePreview } from './role-preview.tsx';
import { SettingsSection } from './settings-section.tsx';
import { ShortcutSection } from './shortcut-section.tsx';
import { ShownForm } from './shown-form.tsx';
import { SyncSection } from './sync-section.tsx';
import { TeamSection } from './team-section.tsx';
import { useAskedLine } from './use-asked-line.ts';
import { useDroppedFile } from './use-dropped-file.ts';
import { useItem } from './use-item.ts';
import { useOtherLayers } from './use-other-layers.ts';
import { usePolicy } from './use-policy.ts';
import { useSavedConfig } from './use-saved-config.ts';
import { useSettled } from './use-settled.ts';
import { WhoSeesWhat } from './who-sees-what.tsx';

/** How long the text rests before it is read again. */
const REST_MS = 150;

type OpenDialog =
  | { readonly kind: 'add-role' }
  | { readonly kind: 'change-role'; readonly id: RoleId }
  | { readonly kind: 'import'; readonly source: ImportSource | undefined }
  | { readonly kind: 'history' }
  | { readonly kind: 'edit-conflict' };

/** The page where the configuration text is looked after. */
export function OptionsPage() {
  const t = useTranslate();
  const editor = useRef<ConfigEditorHandle>(null);
  const [dialog, setDialog] = useState<OpenDialog>();
  const edited = useSavedConfig();
  const settings = effectiveSettings(useItem(settingsItem) ?? DEFAULT_SETTINGS, usePolicy().policy);
  const settledText = useSettled(edited.text, REST_MS);
  const others = useOtherLayers();
  const config = useMemo(() => readLayers([...others, { origin: PERSONAL, text: settledText }]), [others, settledText]);
  const showLine = (line: number) => editor.current?.showLine(line);
  useAskedLine(edited.isLoaded, showLine);
  useDroppedFile((source) => setDialog({ kind: 'import', source }));

  const fixes = (problem: Problem) =>
    fixesFor(problem, settledText, others).map(({ title, edits }) => ({
      label: t(FIX_SENTENCE[title.key], ...title.values),
      apply: edits,
    }));
  const close = () => setDialog(undefined);
  const saveAs = (text: string) => {
    edited.save(text);
    close();
  };
  const takeHistory = async () => {
    const text = await readConsoleHistory();
    setDialog({ kind: 'import', source: text === undefined ? undefined : { text } });
  };
  const changed = dialog?.kind === 'change-role' ? config.roles.find(({ id }) => id === dialog.id) : undefined;
  const form = {
    text: edited.text,
    others,
    config,
    onDone: (text: string) => {
      edited.setText(text);
      close();
    },
    onClose: close,
  };
  return (
    <main>
      <header>
        <HatrackMark size={32} />
        <h1>{t('optionsTitle')}</h1>
        <button type="button" class="plain" onClick={() => void openSelfCheck(undefined)}>
          {t('openSelfCheck')}
        </button>
        <button type="button" class="plain" onClick={() => void openHistory()}>
          {t('switchesTitle')}
        </button>
      </header>
      <HostAccessNotice access={hostAccess} />
      <DamagedNotice />
      <ConflictNotice />
      <section class="edit">
        <div class="edit-head">
          <h2>{t('configuration')}</h2>
          <p>{t('configurationHelp')}</p>
          <p>
            <a class="link-button" href="../access/index.html">
              {t('kitOpen')}
            </a>
          </p>
        </div>
        <ConfigButtons
          text={edited.text}
          others={others}
          onAddRole={() => setDialog({ kind: 'add-role' })}
          onImport={() => setDialog({ kind: 'import', source: undefined })}
          onHistory={() => setDialog({ kind: 'history' })}
        />
        {edited.isLoaded && edited.text.trim() === '' && others.length === 0 && (
          <FirstRun
            onTakeHistory={() => void takeHistory()}
            onImport={() => setDialog({ kind: 'import', source: undefined })}
            onAddRole={() => setDialog({ kind: 'add-role' })}
            onExample={() => edited.setText(EXAMPLE_CONFIG)}
          />
        )}
        <ConfigEditor
          handle={editor}
          text={edited.text}
          problems={config.problems}
          checkedText={settledText}
          fixes={fixes}
          isReadOnly={!edited.isLoaded}
          onInput={edited.setText}
          onSave={() => edited.save()}
        />
        <EditFoot edited={edited} onCompare={() => setDialog({ kind: 'edit-conflict' })} />
      </section>
      <aside>
        <ProblemList problems={config.problems} onShow={showLine} />
        <LayerProblems layers={config.layerProblems} />
        <RolePreview config={config} onShow={showLine} onChange={(id) => setDialog({ kind: 'change-role', id })} />
        <WhoSeesWhat config={config} settings={settings} onShow={showLine} />
        <PictureSection roles={config.roles} />
        <SyncSection />
        <PolicySection config={config} />
        <TeamSection />
        <ContainerSection config={config} />
        <SettingsSection />
        <ShortcutSection />
      </aside>
      {dialog?.kind === 'history' && <HistoryDialog text={edited.text} onRestore={saveAs} onClose={close} />}
      {dialog?.kind === 'edit-conflict' && edited.conflict && (
        <MergeDialog
          base={edited.conflict.base}
          mine={edited.text}
          theirs={edited.conflict.theirs.text}
          theirsSavedAt={edited.conflict.theirs.savedAt}
          onDone={(text) => {
            edited.settle(text);
            close();
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === 'import' && (
        <ImportDialog
          currentText={edited.text}
          others={others}
          source={dialog.source}
          onImport={saveAs}
          onClose={close}
        />
      )}
      {(dialog?.kind === 'add-role' || (changed && changed.origin.kind === 'personal')) && (
        <RoleForm {...form} role={changed} />
      )}
      {changed && changed.origin.kind !== 'personal' && <ShownForm {...form} role={changed} />}
    </main>
  );
}
