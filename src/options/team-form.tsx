import { useState } from 'preact/hooks';
import { allowHost } from '../browser/permissions.ts';
import { changeTeam } from '../browser/team-store.ts';
import { readTeamFields, type TeamFields } from '../core/team/team-fields.ts';
import { sourceId, sourceName, type TeamSource, USER_SOURCES_LIMIT } from '../core/team/team-source.ts';
import { withSource } from '../core/team/team-sources.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { Dialog } from './dialog.tsx';
import { checkTeam } from './team-source-card.tsx';

interface TeamFormProps {
  readonly sources: readonly TeamSource[];
  readonly onClose: () => void;
}

type TextField = 'url' | 'headerName' | 'headerValue' | 'sha256';

const FIELDS: readonly { readonly name: TextField; readonly label: MessageKey; readonly placeholder?: string }[] = [
  { name: 'url', label: 'teamUrl', placeholder: 'https://' },
  { name: 'sha256', label: 'teamPinLabel' },
  { name: 'headerName', label: 'teamHeaderNameLabel', placeholder: 'Authorization' },
  { name: 'headerValue', label: 'teamHeaderValueLabel' },
];

/** Adds an address, after the user has allowed its site. */
export function TeamForm({ sources, onClose }: TeamFormProps) {
  const t = useTranslate();
  const [fields, setFields] = useState<TeamFields>({
    url: '',
    headerName: '',
    headerValue: '',
    sha256: '',
    update: 'ask',
  });
  const [problem, setProblem] = useState<string>();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readTeamFields(fields, sources);
    if (read.problem) return setProblem(t(read.problem, USER_SOURCES_LIMIT));
    // Asked at once: the browser takes the question only within the user's click.
    void allowHost(read.url).then((isGiven) =>
      isGiven ? add(read.source) : setProblem(t('teamRefused', sourceName(read.source))),
    );
  };
  const add = async (source: TeamSource) => {
    await changeTeam((team) => withSource(team, source));
    onClose();
    await checkTeam(sourceId(source));
  };
  return (
    <Dialog title={t('teamAddTitle')} onClose={onClose}>
      <form class="role-form" onSubmit={submit}>
        {FIELDS.map(({ name, label, placeholder }) => (
          <label key={name}>
            {t(label)}
            <input
              name={name}
              class={name === 'headerValue' ? 'covered' : undefined}
              value={fields[name]}
              placeholder={placeholder}
              required={name === 'url'}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
        <label>
          {t('teamMode')}
          <select
            value={fields.update}
            onChange={(event) =>
              setFields({ ...fields, update: event.currentTarget.value === 'automatic' ? 'automatic' : 'ask' })
            }
          >
            <option value="ask">{t('teamModeAsk')}</option>
            <option value="automatic">{t('teamModeAutomatic')}</option>
          </select>
        </label>
        <p class="quiet">{t('teamHeaderHelp')}</p>
        {problem !== undefined && (
          <p class="notice notice-alert" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" class="primary">
          {t('teamAddSubmit')}
        </button>
      </form>
    </Dialog>
  );
}
