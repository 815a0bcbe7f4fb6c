import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Config, Role, RoleId } from '../core/config/config.ts';
import { toSwitchRoleLink } from '../core/export/switch-role-link.ts';
import { toListSummary } from '../core/finding/list-summary.ts';
import { type Habits, RoleFinder } from '../core/finding/role-finder.ts';
import { listedRoles } from '../core/roles/listed-roles.ts';
import { type RoleRow, toRoleList } from '../core/roles/role-list.ts';
import { isPortalRole } from '../core/roles/standing.ts';
import { unaskedRoles } from '../core/roles/visible-roles.ts';
import { NOTHING_PERSONAL } from '../core/saved/personal.ts';
import { originOwner } from '../ui/origin-text.ts';
import { RolePanel } from '../ui/role-panel.tsx';
import { useTranslate } from '../ui/translation.ts';

interface RolePreviewProps {
  readonly config: Config;
  readonly onShow: (line: number) => void;
  readonly onChange: (id: RoleId) => void;
}

/** What is only looked at is neither pinned nor used. */
const NO_HABITS: Habits = { personal: NOTHING_PERSONAL, bases: [], folded: new Set(), now: 0 };
const nothing = () => undefined;
const canLookUp = () => true;

/** Whether a role is offered to a base: it names it, or it names none. */
function isOffered(base: string): (role: Role) => boolean {
  return ({ bases }) => bases.length === 0 || bases.includes(base);
}

/**
 * The roles of all layers, as the menu lists them. Choosing one of the text leads to its line, and from there into a form
 * or to a link for a colleague; of one that comes from elsewhere, only how it is shown can be changed.
 */
export function RolePreview({ config, onShow, onChange }: RolePreviewProps) {
  const t = useTranslate();
  const [chosenId, setChosenId] = useState<RoleId>();
  const [isCopied, setIsCopied] = useState(false);
  const [base, setBase] = useState('');
  const bases = [...new Set(config.roles.flatMap((role) => role.bases))];
  const chosen = listedRoles(config).find(({ id }) => id === chosenId);
  const { state, finder } = useMemo(() => {
    const roles = base === '' ? config.roles : config.roles.filter(isOffered(base));
    // The problems stand in a list of their own.
    const shown = { ...config, problems: [], roles };
    const list = toRoleList({
      config: shown,
      session: undefined,
      standings: unaskedRoles(shown),
      isConfigEmpty: false,
      pictures: {},
      isForPage: false,
    });
    const finder = new RoleFinder(list, NO_HABITS);
    return { state: { kind: 'list', list: toListSummary(list), found: finder.find('', false, 0) } as const, finder };
  }, [config, base]);
  const find = useCallback(async (query: string, index: number) => finder.find(query, false, index), [finder]);
  const showLine = ({ id }: RoleRow) => {
    const role = listedRoles(config).find((candidate) => candidate.id === id);
    if (!role) return;
    setChosenId(id);
    setIsCopied(false);
    if (role.origin.kind === 'personal') onShow(role.line);
  };
  const owner = chosen && originOwner(chosen.origin, t);
  const copyLink = async (role: Role) => {
    await navigator.clipboard.writeText(toSwitchRoleLink(role, role.partition ?? 'aws'));
    setIsCopied(true);
  };
  return (
    <section class="preview" aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {bases.length > 0 && (
        <label class="preview-base">
          {t('previewBase')}
          <select value={base} onChange={({ currentTarget }) => setBase(currentTarget.value)}>
            <option value="">{t('previewAllBases')}</option>
            {bases.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <RolePanel
        state={state}
        message={undefined}
        canChoose={canLookUp}
        find={find}
        isFocused={false}
        onChoose={({ row }) => showLine(row)}
        onSwitchBack={undefined}
        onClose={nothing}
      />
      {chosen && (
        <div class="preview-foot">
          {owner !== undefined && <p class="quiet">{t('fromOwner', owner)}</p>}
          {/* One that a portal leads to has no form of its own, and its link is nobody else's. */}
          {!isPortalRole(chosen) && (
            <>
              <button type="button" class="plain" onClick={() => onChange(chosen.id)}>
                {t(owner === undefined ? 'changeInForm' : 'changeShown', chosen.label)}
              </button>
              <button type="button" class="plain" onClick={() => void copyLink(chosen)}>
                {t('copyLink')}
              </button>
            </>
          )}
          <span role="status">{isCopied && t('linkCopied')}</span>
        </div>
      )}
    </section>
  );
}
