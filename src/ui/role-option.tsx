import type { RoleItem } from '../core/finding/list-item.ts';
import { type RoleRow, readableAccount } from '../core/roles/role-list.ts';
import type { SessionMark } from '../core/sessions/session-list.ts';
import { MarkedText } from './marked-text.tsx';
import { originWord } from './origin-text.ts';
import { PrivateText } from './private-text.tsx';
import { stateSentence, stateWord } from './row-state-text.ts';
import { type Translate, useTranslate } from './translation.ts';

/** Where an item of the list stands, and what pressing it does. */
export interface ListPlace {
  readonly id: string;
  /** In CSS pixels below the list's beginning. */
  readonly top: number;
  /** 1-based, among those where the keys stop. */
  readonly position: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

interface RoleOptionProps extends ListPlace {
  readonly item: RoleItem;
  readonly canChoose: boolean;
  readonly onMore: ((event: MouseEvent) => void) | undefined;
}

/** One role of the list. */
export function RoleOption({ id, item, top, position, count, isActive, canChoose, onClick, onMore }: RoleOptionProps) {
  const t = useTranslate();
  const { row, isPinned, detail, found } = item;
  const service = item.service && `→ ${item.service.name}`;
  const origin = originWord(row.origin, t);
  const mark = row.mark && markWord(row.mark, t);
  const word = stateWord(row.state, t);
  const sentence = stateSentence(row.state, t);
  const isWithheld = row.state.kind === 'withheld';
  const name = [
    row.label,
    readableAccount(row.account),
    row.roleName,
    row.group,
    row.region,
    isPinned && t('rowPinned'),
    origin,
    mark,
    service,
    sentence,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys, as the combobox pattern asks
    // biome-ignore lint/a11y/useFocusableInteractive: the active row is named by aria-activedescendant instead
    <div
      id={id}
      class={isWithheld ? 'row row-withheld' : 'row'}
      role="option"
      aria-label={name}
      title={name}
      aria-selected={isActive}
      aria-posinset={position}
      aria-setsize={count}
      aria-disabled={!canChoose}
      style={{ top: `${top}px` }}
      onClick={onClick}
      onMouseDown={withoutScrolling}
      onAuxClick={onWheelClick(onClick)}
      onContextMenu={onMore}
    >
      <RoleMark row={row} />
      <span class="row-text">
        <MarkedText class="row-label" ranges={found?.label}>
          {row.label}
        </MarkedText>
        <MarkedText class="row-detail" ranges={found?.detail}>
          {isWithheld && sentence !== undefined ? `${detail}  ·  ${sentence}` : detail}
        </MarkedText>
      </span>
      {isPinned && <span class="row-pin" aria-hidden="true" />}
      {origin !== undefined && <PrivateText class="row-origin">{origin}</PrivateText>}
      {mark !== undefined && <PrivateText class="row-session">{mark}</PrivateText>}
      {row.region !== undefined && word === undefined && <PrivateText class="row-region">{row.region}</PrivateText>}
      {word !== undefined && <PrivateText class="row-state">{word}</PrivateText>}
      {service !== undefined && <PrivateText class="row-service">{service}</PrivateText>}
      {/* For the mouse and for fingers; the keys have one of their own, as an option can't hold a button. */}
      {onMore && <span class="row-more" aria-hidden="true" onClick={onMore} />}
    </div>
  );
}

/** The wheel button chooses as well; on some systems its press would begin to scroll. */
function withoutScrolling(event: MouseEvent): void {
  if (event.button === WHEEL_BUTTON) event.preventDefault();
}

const WHEEL_BUTTON = 1;

/** The right one asks for what else can be done. */
function onWheelClick(onClick: (event: MouseEvent) => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.button === WHEEL_BUTTON) onClick(event);
  };
}

/** What open sessions mean for the role, in a word. */
function markWord(mark: SessionMark, t: Translate): string {
  return mark.kind === 'open' ? t('markOpen') : t('markThrough', mark.name);
}

/** The role's picture in its colour, or a plain tile of the colour. */
function RoleMark({ row }: { row: RoleRow }) {
  const background = row.color === undefined ? undefined : `#${row.color}`;
  return (
    <span class={background ? 'mark' : 'mark mark-plain'} style={{ background }} aria-hidden="true">
      {row.image !== undefined && <img src={row.image} alt="" width="24" height="24" decoding="async" />}
    </span>
  );
}
