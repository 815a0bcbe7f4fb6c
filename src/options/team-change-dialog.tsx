import { useEffect, useMemo, useState } from 'preact/hooks';
import { changeTeamSource, copyText } from '../browser/team-store.ts';
import { readConfig } from '../core/config/read-config.ts';
import { compareRoles } from '../core/team/compare-roles.ts';
import { sourceId, sourceName, type TeamCopy, type TeamSource } from '../core/team/team-source.ts';
import { setPendingAside, usePending } from '../core/team/update-team.ts';
import { useTranslate } from '../ui/translation.ts';
import { Dialog } from './dialog.tsx';
import { Diff } from './diff.tsx';

interface TeamChangeDialogProps {
  readonly source: TeamSource;
  readonly pending: TeamCopy;
  readonly onClose: () => void;
}

/** What a new text of a source would change, before it is used. */
export function TeamChangeDialog({ source, pending, onClose }: TeamChangeDialogProps) {
  const t = useTranslate();
  const after = useCopyText(pending);
  const before = useCopyText(source.used);
  const decide = (change: (source: TeamSource, checksum: string) => TeamSource) =>
    void changeTeamSource(sourceId(source), (now) => change(now, pending.checksum)).then(onClose);
  return (
    <Dialog title={t('teamChangeTitle', sourceName(source))} onClose={onClose}>
      {pending.usable === 0 && <p class="notice notice-alert">{t('teamNothingUsable')}</p>}
      {pending.secrets > 0 && <p class="notice notice-alert">{t('teamSecrets', pending.secrets)}</p>}
      {after && after.text === undefined && <p class="notice notice-alert">{t('teamCopyDamaged')}</p>}
      {before && after?.text !== undefined && <Change before={before.text ?? ''} after={after.text} />}
      <div class="buttons">
        <button type="button" class="primary" disabled={after?.text === undefined} onClick={() => decide(usePending)}>
          {t('teamUse')}
        </button>
        <button type="button" class="plain" onClick={() => decide(setPendingAside)}>
          {t('teamNotNow')}
        </button>
      </div>
    </Dialog>
  );
}

function Change({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTranslate();
  const { added, changed, removed } = useMemo(
    () => compareRoles(readConfig(before), readConfig(after)),
    [before, after],
  );
  return (
    <>
      <p class="team-counts">{t('teamCounts', added.length, changed.length, removed.length)}</p>
      <Diff before={before} after={after} />
    </>
  );
}

/** The text of a copy, once it is unpacked; one that is damaged has none. */
function useCopyText(copy: TeamCopy | undefined): { readonly text: string | undefined } | undefined {
  const [read, setRead] = useState<{ readonly text: string | undefined }>();
  const packed = copy?.packed;
  const checksum = copy?.checksum;
  useEffect(() => {
    let isAsked = true;
    setRead(undefined);
    const reading =
      packed === undefined || checksum === undefined ? Promise.resolve(undefined) : copyText({ packed, checksum });
    void reading.then((text) => {
      if (isAsked) setRead({ text });
    });
    return () => {
      isAsked = false;
    };
  }, [packed, checksum]);
  return read;
}
