import { useState } from 'preact/hooks';
import { ownExtensionId } from '../browser/external-messages.ts';
import { changeTeam } from '../browser/team-store.ts';
import { type AskingSender, newSource, sourceId } from '../core/team/team-source.ts';
import { withSource } from '../core/team/team-sources.ts';
import { useTranslate } from '../ui/translation.ts';
import { TeamChangeDialog } from './team-change-dialog.tsx';
import { TeamForm } from './team-form.tsx';
import { TeamSourceCard } from './team-source-card.tsx';
import { useTeam } from './use-team.ts';

type OpenDialog = { readonly kind: 'add' } | { readonly kind: 'change'; readonly id: string };

/** Configurations that somebody else looks after: from addresses, and from other extensions. */
export function TeamSection() {
  const t = useTranslate();
  const team = useTeam();
  const [dialog, setDialog] = useState<OpenDialog>();
  if (!team) return null;
  const close = () => setDialog(undefined);
  const shown = dialog?.kind === 'change' ? team.sources.find((source) => sourceId(source) === dialog.id) : undefined;
  return (
    <section class="team">
      <h2>{t('team')}</h2>
      <p class="quiet">{t('teamHelp')}</p>
      {team.asking && !team.asking.isDismissed && <Asking asking={team.asking} />}
      {team.sources.map((source) => (
        <TeamSourceCard
          key={sourceId(source)}
          source={source}
          policy={team.policy}
          others={team.sources.filter((other) => other !== source)}
          onReview={() => setDialog({ kind: 'change', id: sourceId(source) })}
        />
      ))}
      <div class="buttons">
        <button type="button" class="plain" onClick={() => setDialog({ kind: 'add' })}>
          {t('teamAdd')}
        </button>
      </div>
      <p class="quiet">{t('senderHelp', ownExtensionId())}</p>
      {dialog?.kind === 'add' && <TeamForm sources={team.sources} onClose={close} />}
      {shown?.pending && <TeamChangeDialog source={shown} pending={shown.pending} onClose={close} />}
    </section>
  );
}

/** Another extension that is not allowed to send has tried to. */
function Asking({ asking: { extensionId } }: { readonly asking: AskingSender }) {
  const t = useTranslate();
  const allow = () =>
    changeTeam((team) => ({ ...withSource(team, newSource({ kind: 'sender', extensionId })), asking: undefined }));
  const ignore = () =>
    changeTeam((team) => ({ ...team, asking: team.asking && { ...team.asking, isDismissed: true } }));
  return (
    <div class="notice notice-alert" role="alert">
      <p>{t('senderAsks', extensionId)}</p>
      <div class="buttons">
        <button type="button" class="plain" onClick={() => void allow()}>
          {t('senderAllow')}
        </button>
        <button type="button" class="plain" onClick={() => void ignore()}>
          {t('senderIgnore')}
        </button>
      </div>
    </div>
  );
}
