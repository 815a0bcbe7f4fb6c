import { invertedEffects } from '@codemirror/commands';
import {
  type ChangeDesc,
  type EditorState,
  type Extension,
  MapMode,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { type Endings, joinEndings, type LineEnding, type OddEnding } from './line-endings.ts';

/** Stands on the line break itself, and goes with it. */
class EndingMark extends RangeValue {
  override startSide = 1;
  override endSide = -1;

  constructor(readonly ending: LineEnding) {
    super();
  }

  override eq(other: RangeValue): boolean {
    return other instanceof EndingMark && other.ending === this.ending;
  }
}

interface KeptEndings {
  readonly hasBom: boolean;
  readonly usual: LineEnding;
  readonly odd: RangeSet<EndingMark>;
}

/** The line ends of a text that takes the document's place. */
export const setEndings = StateEffect.define<Endings>({
  map: (endings, changes) => ({ ...endings, odd: mapOdd(endings.odd, changes) }),
});

/** Line breaks that an undo brings back with the ends that they had. */
const restoreOdd = StateEffect.define<readonly OddEnding[]>({ map: mapOdd });

const kept = StateField.define<KeptEndings>({
  create: () => ({ hasBom: false, usual: '\n', odd: RangeSet.empty }),
  update(value, transaction) {
    let { hasBom, usual, odd } = value;
    if (odd.size > 0) odd = withoutReplaced(odd, transaction.changes).map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setEndings))
        ({ hasBom, usual, odd } = { ...effect.value, odd: RangeSet.of(marks(effect.value.odd)) });
      if (effect.is(restoreOdd)) odd = odd.update({ add: marks(effect.value) });
    }
    return odd === value.odd && usual === value.usual && hasBom === value.hasBom ? value : { hasBom, usual, odd };
  },
});

/** Keeps BOM and line ends of the text through every edit, and through undo. */
export const keepEndings: Extension = [
  kept,
  invertedEffects.of(({ startState, changes, effects }) => {
    const { hasBom, usual, odd } = startState.field(kept);
    if (effects.some((effect) => effect.is(setEndings))) {
      return [setEndings.of({ hasBom, usual, odd: listOdd(startState) })];
    }
    if (odd.size === 0 || changes.empty) return [];
    const lost: OddEnding[] = [];
    changes.iterChangedRanges((from, to) => {
      odd.between(from, to, (at, end, { ending }) => {
        if (at >= from && end <= to) lost.push({ at, ending });
      });
    });
    return lost.length > 0 ? [restoreOdd.of(lost)] : [];
  }),
];

/** The text as it is saved. */
export function fullText(state: EditorState): string {
  const { hasBom, usual, odd } = state.field(kept);
  if (odd.size === 0) return (hasBom ? '\uFEFF' : '') + state.doc.sliceString(0, undefined, usual);
  return joinEndings(state.doc.sliceString(0), { hasBom, usual, odd: listOdd(state) });
}

function listOdd(state: EditorState): OddEnding[] {
  const list: OddEnding[] = [];
  state.field(kept).odd.between(0, state.doc.length, (at, _end, { ending }) => void list.push({ at, ending }));
  return list;
}

/** Without those whose line break was taken out or replaced. */
function withoutReplaced(odd: RangeSet<EndingMark>, changes: ChangeDesc): RangeSet<EndingMark> {
  let left = odd;
  changes.iterChangedRanges((filterFrom, filterTo) => {
    left = left.update({ filterFrom, filterTo, filter: (from, to) => from < filterFrom || to > filterTo });
  });
  return left;
}

/** Where they are after the changes; those whose line break is gone are left out. */
function mapOdd(odd: readonly OddEnding[], changes: ChangeDesc): OddEnding[] {
  return odd.flatMap(({ at, ending }) => {
    const now = changes.mapPos(at, 1, MapMode.TrackAfter);
    return now === null ? [] : [{ at: now, ending }];
  });
}

function marks(odd: readonly OddEnding[]) {
  return odd.map(({ at, ending }) => new EndingMark(ending).range(at, at + 1));
}
