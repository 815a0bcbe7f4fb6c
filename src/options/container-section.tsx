import { useEffect, useState } from 'preact/hooks';
import { changeContainers, hasContainers } from '../browser/containers.ts';
import { containersItem } from '../browser/items.ts';
import type { Config } from '../core/config/config.ts';
import { type ContainerId, idOfContainer, withoutContainer } from '../core/places/known-containers.ts';
import { type NeededContainer, neededContainers } from '../core/places/role-container.ts';
import { useTranslate } from '../ui/translation.ts';
import { PermissionChoice } from './permission-choice.tsx';
import { useItem } from './use-item.ts';

/** The Firefox containers that the text names, and which of them Hatrack knows; nothing where it names none. */
export function ContainerSection({ config }: { readonly config: Config }) {
  const t = useTranslate();
  const known = useItem(containersItem);
  const [canHave, setCanHave] = useState(false);
  useEffect(() => void hasContainers().then(setCanHave), []);
  const needed = neededContainers(config);
  if (!canHave || !known || needed.length === 0) return null;
  return (
    <section class="containers">
      <h2>{t('containers')}</h2>
      <p class="quiet">{t('containersHelp')}</p>
      <ul>
        {needed.map((container) => (
          <ContainerItem key={container.name} container={container} id={idOfContainer(known, container.name)} />
        ))}
      </ul>
      <PermissionChoice name="cookies" label="containersAllow" help="containersAllowHelp" />
    </section>
  );
}

interface ContainerItemProps {
  readonly container: NeededContainer;
  /** Undefined until the user has told which it is. */
  readonly id: ContainerId | undefined;
}

function ContainerItem({ container: { name, color, icon }, id }: ContainerItemProps) {
  const t = useTranslate();
  return (
    <li>
      <strong>{name}</strong>
      <span>{id === undefined ? t('containerNotKnown', color, icon) : t('containerKnown')}</span>
      {id !== undefined && (
        <button
          type="button"
          class="plain"
          onClick={() => void changeContainers((known) => withoutContainer(known, id))}
        >
          {t('containerForget')}
        </button>
      )}
    </li>
  );
}
