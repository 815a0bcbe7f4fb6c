import { useMemo, useState } from 'preact/hooks';
import type { AccountId, Config } from '../core/config/config.ts';
import type { PartitionId } from '../core/console/partition.ts';
import { PARTITIONS } from '../core/console/partition.ts';
import type { Session } from '../core/console/session.ts';
import { accountText } from '../core/console/switch-request.ts';
import { toRowState } from '../core/roles/role-list.ts';
import type { ListedRole } from '../core/roles/standing.ts';
import { visibleRoles } from '../core/roles/visible-roles.ts';
import type { Settings } from '../core/settings/settings.ts';
import { originOwner } from '../ui/origin-text.ts';
import { reasonSentence } from '../ui/reason-text.ts';
import { stateWord } from '../ui/row-state-text.ts';
import { useTranslate } from '../ui/translation.ts';

interface WhoSeesWhatProps {
  readonly config: Config;
  readonly settings: Settings;
  readonly onShow: (line: number) => void;
}

/** As many of each as anybody reads; the counts tell of the rest. */
const SHOWN = 100;

/** Pick somebody who signs in, and see which roles they are offered, and why not the others. */
export function WhoSeesWhat({ config, settings, onShow }: WhoSeesWhatProps) {
  const t = useTranslate();
  const [account, setAccount] = useState('');
  const [loginRole, setLoginRole] = useState('');
  const [partition, setPartition] = useState<PartitionId>('aws');
  const accounts = [...new Set(config.bases.flatMap((base) => (base.account ? [accountText(base.account)] : [])))];
  const loginRoles = [...new Set(config.bases.flatMap((base) => base.loginRole ?? []))];
  const standings = useMemo(
    () => (account.trim() === '' ? undefined : visibleRoles(config, imagined(account, loginRole, partition), settings)),
    [config, settings, account, loginRole, partition],
  );
  const withheld = standings?.flatMap(({ role, standing }) =>
    standing.kind === 'withheld' ? [{ role, standing }] : [],
  );
  const offered = standings?.filter(({ standing }) => standing.kind !== 'withheld');
  return (
    <section class="who">
      <h2>{t('whoSeesWhat')}</h2>
      <p class="quiet">{t('whoSeesWhatHelp')}</p>
      <div class="who-fields">
        <label>
          {t('whoAccount')}
          <input list="who-accounts" value={account} onInput={(event) => setAccount(event.currentTarget.value)} />
        </label>
        <label>
          {t('whoLoginRole')}
          <input list="who-roles" value={loginRole} onInput={(event) => setLoginRole(event.currentTarget.value)} />
        </label>
        <label>
          {t('whoPartition')}
          <select
            value={partition}
            onChange={({ currentTarget }) => setPartition(PARTITIONS[currentTarget.value as PartitionId].id)}
          >
            {Object.keys(PARTITIONS).map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <datalist id="who-accounts">
          {accounts.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <datalist id="who-roles">
          {loginRoles.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {offered && withheld && (
        <div class="who-result" role="status">
          <h3>{t('offeredRoles', offered.length)}</h3>
          <ul>
            {offered.slice(0, SHOWN).map(({ role, standing }) => (
              <li key={role.id}>
                <RoleName role={role} onShow={onShow} />
                <span class="quiet"> {stateWord(toRowState(standing), t)}</span>
              </li>
            ))}
          </ul>
          <h3>{t('withheldRoles', withheld.length)}</h3>
          <ul>
            {withheld.slice(0, SHOWN).map(({ role, standing }) => (
              <li key={role.id}>
                <RoleName role={role} onShow={onShow} />
                <span class="quiet"> {reasonSentence(standing.reason, t)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Leads to the role's line, where the text has it; else says whose it is. */
function RoleName({ role, onShow }: { readonly role: ListedRole; readonly onShow: (line: number) => void }) {
  const t = useTranslate();
  const owner = originOwner(role.origin, t);
  if (owner !== undefined) {
    return (
      <>
        {role.label} <span class="quiet">· {owner}</span>
      </>
    );
  }
  return (
    <button type="button" class="link-button" onClick={() => onShow(role.line)}>
      {role.label}
    </button>
  );
}

/** A session of somebody who has just signed in. */
function imagined(account: string, loginRole: string, partition: PartitionId): Session {
  const digits = account.replaceAll('-', '').trim();
  const isNumber = /^\d{12}$/.test(digits);
  return {
    partition,
    identity: {
      kind: loginRole.trim() === '' ? 'iam-user' : 'role',
      accountId: isNumber ? (digits as AccountId) : undefined,
      accountAlias: isNumber ? undefined : account.trim(),
      loginRole: loginRole.trim() || undefined,
      name: '',
    },
    current: undefined,
    multiSession: undefined,
    signInHost: PARTITIONS[partition].defaultSignInHost,
  };
}
