import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RoleRow, readableAccount } from '../core/roles/role-list.ts';
import type { RoleHit } from '../core/roles/search-roles.ts';
import type { SessionMark } from '../core/sessions/session-list.ts';
import { originWord } from './origin-text.ts';
import { PrivateText } from './private-text.tsx';
import { stateSentence, stateWord } from './row-state-text.ts';
import { type Translate, useTranslate } from './translation.ts';

/** Height of a row in CSS pixels; theme.css draws it just as high. */
const ROW_HEIGHT = 44;
/** Rows drawn beyond either edge, so that a scroll never shows a gap. */
const OVERSCAN = 4;
/** What the list is assumed to show before it has been measured. */
const FIRST_VIEW_HEIGHT = 480;

interface RoleListProps {
  readonly id: string;
  readonly hits: readonly RoleHit[];
  readonly activeIndex: number;
  readonly canChoose: (row: RoleRow) => boolean;
  readonly onChoose: (hit: RoleHit, event: MouseEvent) => void;
}

/** A listbox that draws only the rows in view, however many roles there are. */
export function RoleList({ id, hits, activeIndex, canChoose, onChoose }: RoleListProps) {
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
  }, [activeIndex, hits]);

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(hits.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + OVERSCAN);
  return (
    <div
      ref={boxRef}
      id={id}
      class="list"
      role="listbox"
      aria-label={t('roles')}
      onScroll={measure}
      hidden={hits.length === 0}
    >
      <div class="list-canvas" style={{ height: `${hits.length * ROW_HEIGHT}px` }}>
        {hits.slice(first, end).map((hit, offset) => {
          const index = first + offset;
          return (
            <RoleItem
              key={`${hit.service?.id ?? ''} ${hit.row.id}`}
              id={`${id}-${index}`}
              hit={hit}
              position={index + 1}
              count={hits.length}
              isActive={index === activeIndex}
              canChoose={canChoose(hit.row)}
              onClick={(event) => onChoose(hit, event)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RoleItemProps {
  readonly id: string;
  readonly hit: RoleHit;
  /** 1-based. */
  readonly position: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly canChoose: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

function RoleItem({ id, hit, position, count, isActive, canChoose, onClick }: RoleItemProps) {
  const t = useTranslate();
  const { row } = hit;
  const service = hit.service && `→ ${hit.service.name}`;
  const account = readableAccount(row.account);
  const origin = originWord(row.origin, t);
  const mark = row.mark && markWord(row.mark, t);
  const word = stateWord(row.state, t);
  const sentence = stateSentence(row.state, t);
  const isWithheld = row.state.kind === 'withheld';
  const name = [row.label, account, row.roleName, row.region, origin, mark, service, sentence]
    .filter(Boolean)
    .join(', ');
  const detail = [`${account}  ${row.roleName}`, isWithheld ? sentence : row.group].filter(Boolean).join('  ·  ');
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
      style={{ top: `${(position - 1) * ROW_HEIGHT}px` }}
      onClick={onClick}
      onMouseDown={withoutScrolling}
      onAuxClick={onClick}
    >
      <RoleMark row={row} />
      <span class="row-text">
        <PrivateText class="row-label">{row.label}</PrivateText>
        <PrivateText class="row-detail">{detail}</PrivateText>
      </span>
      {origin !== undefined && <PrivateText class="row-origin">{origin}</PrivateText>}
      {mark !== undefined && <PrivateText class="row-session">{mark}</PrivateText>}
      {row.region !== undefined && word === undefined && <PrivateText class="row-region">{row.region}</PrivateText>}
      {word !== undefined && <PrivateText class="row-state">{word}</PrivateText>}
      {service !== undefined && <PrivateText class="row-service">{service}</PrivateText>}
    </div>
  );
}

/** The wheel button chooses as well; on some systems its press would begin to scroll. */
function withoutScrolling(event: MouseEvent): void {
  if (event.button === 1) event.preventDefault();
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

/** The scroll position that shows the row, moving no more than it must. */
function scrolledTo(index: number, top: number, height: number): number {
  const rowTop = index * ROW_HEIGHT;
  if (rowTop < top) return rowTop;
  return height > 0 && rowTop + ROW_HEIGHT > top + height ? rowTop + ROW_HEIGHT - height : top;
}
