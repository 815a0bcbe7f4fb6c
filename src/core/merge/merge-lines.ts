import type { Line } from './config-tree.ts';
import { mergeOrder } from './merge-order.ts';
import { pairUp } from './pair-up.ts';
import { mapVersions, pickChanged, type SidesOf, type Versions } from './versions.ts';

/** Joins blank lines and comments: what a side took out is gone, what either side put in is there. Never a conflict. */
export function mergeAbove(versions: Versions<readonly Line[]>): readonly Line[] {
  const { base, first, second } = versions;
  if (isSame(first, base)) return second;
  if (isSame(second, base)) return first;
  const { trios, orders } = pairUp(versions, { nameOf: ({ content }) => content.trim(), marks: [] });
  const merged = new Map(
    trios.flatMap((trio) => {
      const line = mergeIfKept(trio);
      return line ? [[trio, line] as const] : [];
    }),
  );
  const kept = mapVersions(orders, (order) => order.filter((trio) => merged.has(trio)));
  return mergeOrder(kept.base, kept.first, kept.second).flatMap((trio) => merged.get(trio) ?? []);
}

/** Joins lines that say the same: the blanks around it, and how the line ends. */
export function mergeSpelling({ base, first, second }: SidesOf<Line>): Line {
  return {
    content: pickChanged({ base: base?.content, first: first.content, second: second.content }),
    end: mergeEnd({ base, first, second }),
  };
}

export function mergeEnd({ base, first, second }: SidesOf<Line>): string {
  return pickChanged({ base: base?.end, first: first.end, second: second.end });
}

function mergeIfKept({ base, first, second }: Versions<Line | undefined>): Line | undefined {
  if (first && second) return mergeSpelling({ base, first, second });
  return base ? undefined : (first ?? second);
}

function isSame(some: readonly Line[], others: readonly Line[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ content, end }, at) => content === others[at]?.content && end === others[at]?.end)
  );
}
