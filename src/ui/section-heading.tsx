import type { HeadingItem } from '../core/finding/list-item.ts';
import { PrivateText } from './private-text.tsx';
import type { ListPlace } from './role-option.tsx';
import { type Translate, useTranslate } from './translation.ts';

interface SectionHeadingProps extends ListPlace {
  readonly item: HeadingItem;
}

/** What stands above a section's roles. Folded it stands for them, and is one of the list's options. */
export function SectionHeading({ id, item, top, position, count, isActive, onClick }: SectionHeadingProps) {
  const t = useTranslate();
  const { isFolded, roleCount } = item;
  const title = titleOf(item, t);
  const option = isFolded && {
    role: 'option' as const,
    'aria-label': t('sectionFolded', title, roleCount),
    'aria-selected': isActive,
    'aria-posinset': position,
    'aria-setsize': count,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: folded it is an option; else each row says its section itself
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys, as the combobox pattern asks
    <div
      id={id}
      class={isFolded ? 'heading heading-folded' : 'heading'}
      style={{ top: `${top}px` }}
      title={t(isFolded ? 'sectionUnfold' : 'sectionFold', title)}
      onClick={onClick}
      {...(option || { 'aria-hidden': true })}
    >
      <span class="heading-arrow" aria-hidden="true" />
      <PrivateText class="heading-title">{title}</PrivateText>
      <PrivateText class="heading-count">{String(roleCount)}</PrivateText>
    </div>
  );
}

function titleOf({ of, title }: HeadingItem, t: Translate): string {
  switch (of) {
    case 'pinned':
      return t('sectionPinned');
    case 'recent':
      return t('sectionRecent');
    case 'none':
      return t('sectionOthers');
    case 'group':
      return title ?? '';
  }
}
