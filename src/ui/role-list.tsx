import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListStops } from '../core/finding/list-stops.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import { ListGeometry } from './list-geometry.ts';
import { RoleOption } from './role-option.tsx';
import { SectionHeading } from './section-heading.tsx';
import { useTranslate } from './translation.ts';
import type { FoundItems } from './use-found.ts';

/** Items drawn beyond either edge, so that a scroll never shows a gap. */
const OVERSCAN = 2;
/** What a list shows in most places, in CSS pixels: so much is drawn before it is measured. */
const FIRST_VIEW_HEIGHT = 400;

interface RoleListProps {
  readonly id: string;
  readonly found: FoundItems;
  readonly stops: ListStops;
  readonly activeIndex: number;
  readonly canChoose: (row: RoleRow) => boolean;
  readonly onPress: (index: number, event: MouseEvent) => void;
  /** Undefined where nothing else can be done with a row. */
  readonly onMore: ((index: number, event: MouseEvent) => void) | undefined;
}

/** A listbox that draws only the items in view, however many roles there are. */
export function RoleList({ id, found, stops, activeIndex, canChoose, onPress, onMore }: RoleListProps) {
  const t = useTranslate();
  const boxRef = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: FIRST_VIEW_HEIGHT });
  const { itemCount, headings, query } = found;
  const geometry = useMemo(() => new ListGeometry(itemCount, headings), [itemCount, headings]);
  const measure = () => {
    const box = boxRef.current;
    if (!box) return;
    const { scrollTop: top, clientHeight } = box;
    // Some rows more than fit do no harm; drawing all of them anew, to have fewer, would.
    setView((before) => {
      const height = Math.max(before.height, clientHeight);
      return before.top === top && before.height === height ? before : { top, height };
    });
  };
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (!box) return;
    box.scrollTop = geometry.scrolledTo(activeIndex, box.scrollTop, box.clientHeight);
    measure();
  }, [activeIndex, geometry, query]);

  const from = Math.max(0, geometry.itemAt(view.top) - OVERSCAN);
  const end = Math.min(itemCount, geometry.itemAt(view.top + view.height) + 1 + OVERSCAN);
  useLayoutEffect(() => found.need(from, end));
  const indexes = Array.from({ length: Math.max(0, end - from) }, (_, offset) => from + offset);
  return (
    <div
      ref={boxRef}
      id={id}
      class="list"
      role="listbox"
      aria-label={t('roles')}
      onScroll={measure}
      hidden={itemCount === 0}
    >
      <div class="list-canvas" style={{ height: `${geometry.height}px` }}>
        {indexes.map((index) => {
          const item = found.itemAt(index);
          if (!item) return null;
          const place = {
            id: `${id}-${index}`,
            top: geometry.topOf(index),
            position: stops.stopAt(index) + 1,
            count: stops.count,
            isActive: index === activeIndex,
            onClick: (event: MouseEvent) => onPress(index, event),
          };
          if (item.kind === 'heading') return <SectionHeading key={item.section} item={item} {...place} />;
          return (
            <RoleOption
              key={`${item.service?.id ?? ''} ${item.row.id}`}
              item={item}
              canChoose={canChoose(item.row)}
              onMore={onMore && ((event) => onMore(index, event))}
              {...place}
            />
          );
        })}
      </div>
    </div>
  );
}
