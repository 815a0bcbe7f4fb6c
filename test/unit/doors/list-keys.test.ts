import { describe, expect, it } from 'vitest';
import { type ListKey, listKey } from '../../../src/ui/list-keys.ts';

/** The key that a chord such as `Ctrl+n` makes; a digit's place is that of the row above the letters. */
function key(chord: string) {
  const modifiers = chord.split('+');
  const name = modifiers.pop() ?? '';
  return {
    key: name,
    code: /^\d$/.test(name) ? `Digit${name}` : name,
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Ctrl'),
    metaKey: modifiers.includes('Meta'),
    shiftKey: modifiers.includes('Shift'),
  };
}

describe('a key of the list of twenty, with the third row marked', () => {
  const mark = (stop: number): ListKey => ({ kind: 'mark', stop });
  const choose = (place?: 'this-tab' | 'new-tab' | 'new-window'): ListKey => ({ kind: 'choose', place });
  const nth = (nth: number): ListKey => ({ kind: 'choose-nth', nth });
  const cases: [string, ListKey | undefined][] = [
    ['ArrowDown', mark(3)],
    ['ArrowUp', mark(1)],
    ['Ctrl+n', mark(3)],
    ['Ctrl+p', mark(1)],
    ['PageDown', mark(10)],
    ['PageUp', mark(0)],
    ['Home', mark(0)],
    ['End', mark(19)],
    ['Enter', choose()],
    ['Ctrl+Enter', choose('new-tab')],
    ['Meta+Enter', choose('new-tab')],
    ['Shift+Enter', choose('new-window')],
    ['Alt+Enter', choose('this-tab')],
    ['Alt+1', nth(0)],
    ['Alt+9', nth(8)],
    ['Ctrl+Shift+Enter', { kind: 'copy-link' }],
    ['Meta+Shift+Enter', { kind: 'copy-link' }],
    ['ContextMenu', { kind: 'more' }],
    ['Shift+F10', { kind: 'more' }],
    ['Alt+ArrowDown', { kind: 'more' }],
    ['F10', undefined],
    ['ArrowLeft', { kind: 'fold', isFolded: true }],
    ['ArrowRight', { kind: 'fold', isFolded: false }],
    ['Shift+ArrowLeft', undefined],
    ['1', undefined],
    ['Alt+0', undefined],
    ['Alt+Ctrl+1', undefined],
    ['Alt+Shift+1', undefined],
    ['Meta+n', undefined],
    ['Ctrl+Shift+n', undefined],
    ['Ctrl+x', undefined],
    ['Ctrl+ArrowDown', undefined],
    ['Meta+ArrowUp', undefined],
    ['n', undefined],
    ['Tab', undefined],
    ['Escape', undefined],
  ];
  it.each(cases)('%s', (chord, expected) => {
    expect(listKey(key(chord), 2, 20, false)).toEqual(expected);
  });

  it('that types another character with Alt, as on a Mac, is known by its place', () => {
    expect(listKey({ ...key('Alt+2'), key: '™' }, 2, 20, false)).toEqual(nth(1));
    expect(listKey({ ...key('Alt+2'), code: 'Numpad2' }, 2, 20, false)).toEqual(nth(1));
  });

  it.each([
    ['ArrowDown', 1, 2, 0],
    ['ArrowUp', 0, 2, 1],
    ['ArrowDown', 0, 0, 0],
    ['PageDown', 1, 2, 1],
  ])('%s from row %i of %i leads round to %i', (chord, index, count, expected) => {
    expect(listKey(key(chord), index, count, false)).toEqual(mark(expected));
  });

  it.each(['ArrowLeft', 'ArrowRight'])('%s is the text’s own while something is typed', (chord) => {
    expect(listKey(key(chord), 2, 20, true)).toBeUndefined();
  });
});
