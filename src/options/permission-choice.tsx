import { useState } from 'preact/hooks';
import { askPermission, givePermissionBack, type OptionalPermission } from '../browser/permissions.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { usePermission } from './use-access.ts';

interface PermissionChoiceProps {
  readonly name: OptionalPermission;
  readonly label: MessageKey;
  readonly help: MessageKey;
}

/** What the user may allow or not. The permission itself is the setting: there is no other that could say otherwise. */
export function PermissionChoice({ name, label, help }: PermissionChoiceProps) {
  const t = useTranslate();
  const isGiven = usePermission(name);
  const [isRefused, setRefused] = useState(false);
  if (isGiven === undefined) return null;
  const change = async (box: HTMLInputElement) => {
    if (!box.checked) return givePermissionBack(name);
    // Asked at once: the browser takes the question only within the user's click.
    const isAllowed = await askPermission(name);
    setRefused(!isAllowed);
    box.checked = isAllowed;
  };
  return (
    <div class="choice">
      <input
        id={`permission-${name}`}
        type="checkbox"
        checked={isGiven}
        aria-describedby={`about-${name}`}
        onChange={(event) => void change(event.currentTarget)}
      />
      <div>
        <label for={`permission-${name}`}>{t(label)}</label>
        <p id={`about-${name}`} class="quiet">
          {t(help)}
        </p>
        <p role="status">{isRefused && !isGiven && t('permissionRefused')}</p>
      </div>
    </div>
  );
}
