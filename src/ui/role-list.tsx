import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RoleRow, readableAccount } from '../core/roles/role-list.ts';
import { originWord } from './origin-text.ts';
import { PrivateText } from './private-text.tsx';
import { useTranslate } from './translation.ts';

/** Height of a row in CSS pixels; theme.css draws it just as high. */
const ROW_HEIGHT = 44;
/** Rows drawn beyond either edge, so that a scroll never shows a gap. */
const OVERSCAN = 4;
/** What the list is assumed to show before it has been measured. */
const FIRST_VIEW_HEIGHT = 480;

interface RoleListProps {
  readonly id: string;
  readonly rows: readonly RoleRow[];
  readonly activeIndex: number;
  readonly canChoose: boolean;
  readonly onChoose: (row: RoleRow, event: Event) => void;
}

/** A listbox that draws only the rows in view, however many roles there are. */
export function RoleList({ id, rows, activeIndex, canChoose, onChoose }: RoleListProps) {
  const t = useTranslate();
  const boxRef = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: FIRST_VIEW_HEIGHT });
  const measure = () => {
    const box = boxRef.current;
    if (box) setView({ top: box.scrollTop, height: box.clientHeight || FIRST_VIEW_HEIGHT });
  };
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (!box) return;
    box.scrollTop = scrolledTo(activeIndex, box.scrollTop, box.clientHeight);
    measure();
  }, [activeIndex, rows]);

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + OVERSCAN);
  return (
    <div
      ref={boxRef}
      id={id}
      class="list"
      role="listbox"
      aria-label={t('roles')}
      onScroll={measure}
      hidden={rows.length === 0}
    >
      <div class="list-canvas" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {rows.slice(first, end).map((row, offset) => {
          const index = first + offset;
          return (
            <RoleItem
              key={row.id}
              id={`${id}-${index}`}
              row={row}
              position={index + 1}
              count={rows.length}
              isActive={index === activeIndex}
              canChoose={canChoose}
              onClick={(event) => onChoose(row, event)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RoleItemProps {
  readonly id: string;
  readonly row: RoleRow;
  /** 1-based. */
  readonly position: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly canChoose: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

function RoleItem({ id, row, position, count, isActive, canChoose, onClick }: RoleItemProps) {
  const t = useTranslate();
  const account = readableAccount(row.account);
  const origin = originWord(row.origin, t);
  const name = [row.label, account, row.roleName, row.region, origin].filter(Boolean).join(', ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys, as the combobox pattern asks
    // biome-ignore lint/a11y/useFocusableInteractive: the active row is named by aria-activedescendant instead
    <div
      id={id}
      class="row"
      role="option"
      aria-label={name}
      title={name}
      aria-selected={isActive}
      aria-posinset={position}
      aria-setsize={count}
      aria-disabled={!canChoose}
      style={{ top: `${(position - 1) * ROW_HEIGHT}px` }}
      onClick={onClick}
    >
      <RoleMark row={row} />
      <span class="row-text">
        <PrivateText class="row-label">{row.label}</PrivateText>
        <PrivateText class="row-detail">
          {[`${account}  ${row.roleName}`, row.group].filter(Boolean).join('  ·  ')}
        </PrivateText>
      </span>
      {origin !== undefined && <PrivateText class="row-origin">{origin}</PrivateText>}
      {row.region !== undefined && <PrivateText class="row-region">{row.region}</PrivateText>}
    </div>
  );
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

/** The scroll position that shows the row, moving no more than it must. */
function scrolledTo(index: number, top: number, height: number): number {
  const rowTop = index * ROW_HEIGHT;
  if (rowTop < top) return rowTop;
  return height > 0 && rowTop + ROW_HEIGHT > top + height ? rowTop + ROW_HEIGHT - height : top;
}
