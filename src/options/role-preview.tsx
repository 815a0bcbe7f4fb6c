import type { Role } from '../core/config/config.ts';
import { accountText } from '../core/console/switch-request.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import { useTranslate } from '../ui/translation.ts';

interface RolePreviewProps {
  readonly roles: readonly Role[];
  readonly onShow: (line: number) => void;
}

/** The roles that the text gives; each leads to its line. */
export function RolePreview({ roles, onShow }: RolePreviewProps) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t('rolesFound', roles.length)}</h2>
      <ul class="preview" aria-label={t('preview')}>
        {roles.map((role) => (
          <li key={role.id}>
            <button type="button" onClick={() => onShow(role.line)}>
              <span class="swatch" style={{ background: role.color && `#${role.color}` }} aria-hidden="true" />
              <span class="preview-label">{role.label}</span>
              <span class="quiet">
                {readableAccount(accountText(role.account))} {role.roleName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
