import type { AccessForm } from '../core/access/access-form.ts';
import { canAskMfa, type Who } from '../core/access/jump.ts';
import type { Base } from '../core/config/config.ts';
import { PARTITIONS } from '../core/console/partition.ts';
import { accountText } from '../core/console/switch-request.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { ChoiceField, ListField, TextField } from './fields.tsx';

interface WhoSectionProps {
  readonly bases: readonly Base[];
  /** Undefined where the text has none. */
  readonly base: Base | undefined;
  /** What the text says, before anything is changed here. */
  readonly told: AccessForm;
  readonly form: AccessForm;
  readonly onBase: (profile: string) => void;
  readonly onChange: (changes: Partial<AccessForm>) => void;
}

const KINDS = {
  account: 'kitWhoAccount',
  users: 'kitWhoUsers',
  role: 'kitWhoRole',
  'permission-set': 'kitWhoPermissionSet',
} as const satisfies Record<Who['kind'], MessageKey>;

/** Who takes the roles: the jump account, and whom of it. */
export function WhoSection({ bases, base, told, form, onBase, onChange }: WhoSectionProps) {
  const t = useTranslate();
  const names = [...new Map(bases.map((each) => [each.profile, each] as const)).values()];
  const kinds = Object.entries(KINDS) as [Who['kind'], MessageKey][];
  const partitions = [...new Set([...Object.keys(PARTITIONS), told.partition])];
  const chooseWho = (who: Who['kind']) =>
    onChange({ who, mfa: canAskMfa(who), names: who === told.who ? told.names : '' });
  return (
    <section class="who">
      <h2>{t('kitWho')}</h2>
      {base ? (
        <ChoiceField
          name="base"
          label="kitBase"
          value={base.profile}
          choices={names.map((each) => [each.profile, baseText(each)] as const)}
          onChoose={onBase}
        />
      ) : (
        <p class="quiet">{t('kitNoBase')}</p>
      )}
      <TextField name="account" label="kitAccount" value={form.account} onInput={(account) => onChange({ account })} />
      <ChoiceField
        name="partition"
        label="kitPartition"
        value={form.partition}
        choices={partitions.map((id) => [id, id] as const)}
        onChoose={(partition) => onChange({ partition })}
      />
      <ChoiceField
        name="who"
        label="kitTrusted"
        value={form.who}
        choices={kinds.map(([kind, label]) => [kind, t(label)] as const)}
        onChoose={chooseWho}
      />
      {form.who === 'users' && (
        <ListField
          name="names"
          label="kitUsers"
          value={form.names}
          example="alice, staff/bob"
          onInput={(value) => onChange({ names: value })}
        />
      )}
      {(form.who === 'role' || form.who === 'permission-set') && (
        <TextField
          name="names"
          label={form.who === 'role' ? 'kitRole' : 'kitPermissionSet'}
          value={form.names}
          onInput={(value) => onChange({ names: value })}
        />
      )}
    </section>
  );
}

function baseText({ profile, account }: Base): string {
  return account ? `${profile} (${accountText(account)})` : profile;
}
