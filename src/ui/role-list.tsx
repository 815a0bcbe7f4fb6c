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
  const { itemAt } = found;
  const latest = useRef({ onPress, onMore });
  latest.current = { onPress, onMore };
  const hasMore = onMore !== undefined;
  // Drawn anew only where they differ: a key draws the panel once for itself and once for what it finds.
  const items = useMemo(
    () =>
      Array.from({ length: Math.max(0, end - from) }, (_, offset) => {
        const index = from + offset;
        const item = itemAt(index);
        if (!item) return null;
        const place = {
          id: `${id}-${index}`,
          top: geometry.topOf(index),
          position: stops.stopAt(index) + 1,
          count: stops.count,
          isActive: index === activeIndex,
          onClick: (event: MouseEvent) => latest.current.onPress(index, event),
        };
        // What is found next takes the elements of what is there: they are changed in less time than made.
        if (item.kind === 'heading') return <SectionHeading key={index} item={item} {...place} />;
        const more = (event: MouseEvent) => latest.current.onMore?.(index, event);
        return (
          <RoleOption
            key={index}
            item={item}
            canChoose={canChoose(item.row)}
            onMore={hasMore ? more : undefined}
            {...place}
          />
        );
      }),
    [id, itemAt, geometry, stops, from, end, activeIndex, canChoose, hasMore],
  );
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
        {items}
      </div>
    </div>
  );
}
