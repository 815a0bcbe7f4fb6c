import { useEffect, useId, useState } from 'preact/hooks';
import { changeContainers, containerInFront } from '../browser/containers.ts';
import { containersItem } from '../browser/items.ts';
import { readItem } from '../browser/stored-item.ts';
import { type ContainerId, nameOfContainer, withContainer, withoutContainer } from '../core/places/known-containers.ts';
import { useTranslate } from '../ui/translation.ts';

interface ContainerLineProps {
  readonly loadNames: () => Promise<readonly string[]>;
}

interface ShownContainer {
  readonly id: ContainerId;
  /** All that the text has for containers. */
  readonly names: readonly string[];
  /** Empty until the user has said it. */
  readonly name: string;
}

/**
 * Which of the text's containers the tab's is: Firefox shows it in the address bar, and tells no extension. Nothing
 * where the tab is in no container or the text names none.
 */
export function ContainerLine({ loadNames }: ContainerLineProps) {
  const t = useTranslate();
  const selectId = useId();
  const [shown, setShown] = useState<ShownContainer>();
  useEffect(() => {
    void loadContainer(loadNames).then(setShown);
  }, [loadNames]);
  if (!shown || shown.names.length === 0) return null;
  const { id, names } = shown;
  const choose = (name: string) => {
    setShown({ ...shown, name });
    void changeContainers((known) => (name === '' ? withoutContainer(known, id) : withContainer(known, { name, id })));
  };
  return (
    <p class="container-line">
      <label for={selectId}>{t('containerOfTab')}</label>
      <select id={selectId} value={shown.name} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('containerUnnamed')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

async function loadContainer(loadNames: ContainerLineProps['loadNames']): Promise<ShownContainer | undefined> {
  const id = await containerInFront();
  if (id === undefined) return undefined;
  const [needed, known] = await Promise.all([loadNames(), readItem(containersItem)]);
  const name = nameOfContainer(known, id) ?? '';
  // One that the text does not name any more can still be seen and changed.
  const names = name === '' || needed.includes(name) ? needed : [...needed, name];
  return { id, names, name };
}
