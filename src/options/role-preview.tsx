import { useMemo } from 'preact/hooks';
import type { Config } from '../core/config/config.ts';
import { type RoleRow, toRoleList } from '../core/roles/role-list.ts';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { RolePanel } from '../ui/role-panel.tsx';
import { useTranslate } from '../ui/translation.ts';

interface RolePreviewProps {
  readonly config: Config;
  readonly onShow: (line: number) => void;
}

const nothing = () => undefined;

/** The roles that the text gives, as the menu lists them; choosing one leads to its line. */
export function RolePreview({ config, onShow }: RolePreviewProps) {
  const t = useTranslate();
  const list = useMemo(
    () =>
      toRoleList({
        // The problems stand in a list of their own.
        config: { ...config, problems: [] },
        session: undefined,
        settings: DEFAULT_SETTINGS,
        isConfigEmpty: false,
        pictures: {},
        isForPage: false,
      }),
    [config],
  );
  const showLine = ({ id }: RoleRow) => {
    const role = config.roles.find((candidate) => candidate.id === id);
    if (role) onShow(role.line);
  };
  return (
    <section class="preview" aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      <RolePanel
        state={{ kind: 'list', list }}
        message={undefined}
        canChoose={true}
        isFocused={false}
        onChoose={showLine}
        onSwitchBack={undefined}
        onClose={nothing}
      />
    </section>
  );
}
