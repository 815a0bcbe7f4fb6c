import { useTranslate } from '../ui/translation.ts';
import type { EditedConfig } from './use-saved-config.ts';

interface EditFootProps {
  readonly edited: EditedConfig;
  /** Opens the comparison with what was saved elsewhere. */
  readonly onCompare: () => void;
}

/** Saving what is typed, and what became of it. */
export function EditFoot({ edited, onCompare }: EditFootProps) {
  const t = useTranslate();
  const { canSave, conflict, isChanged, notice, save, discard } = edited;
  return (
    <div class="edit-foot">
      <button type="button" class="primary" disabled={!canSave} onClick={() => save()}>
        {t('save')}
      </button>
      {conflict && (
        <button type="button" class="primary" onClick={onCompare}>
          {t('compareVersions')}
        </button>
      )}
      {isChanged && (
        <button type="button" class="plain" onClick={discard}>
          {t('discardChanges')}
        </button>
      )}
      <p role="status" class={notice?.isAlert ? 'notice-alert save-notice' : 'save-notice'}>
        {notice?.sentence ?? (isChanged ? t('unsavedChanges') : '')}
      </p>
    </div>
  );
}
