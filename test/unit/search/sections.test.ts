import { describe, expect, it } from 'vitest';
import { NOTHING_PERSONAL, type Personal, withPin, withUse } from '../../../src/core/saved/personal.ts';
import type { Searchable } from '../../../src/core/search/searchable.ts';
import {
  parseFolded,
  parseSectionId,
  type SectionId,
  toSections,
  withFolded,
} from '../../../src/core/search/sections.ts';

function role(label: string, group?: string, rest: Partial<Searchable> = {}): Searchable {
  return { id: label, key: `aws:1:${label}`, label, account: '1', roleName: label, group, tags: [], ...rest };
}

const ROWS = [
  role('a', 'X'),
  role('b'),
  role('c', 'Y'),
  role('d', 'X'),
  role('e', 'Y'),
  role('f'),
  role('g'),
  role('h'),
];

const used = (...labels: string[]): Personal =>
  labels.reduceRight((personal, label, at) => withUse(personal, 'base', `aws:1:${label}`, 1000 - at), NOTHING_PERSONAL);
const pinned = (personal: Personal, ...labels: string[]): Personal =>
  labels.reduce((before, label) => withPin(before, `aws:1:${label}`, true, 1), personal);

interface Case {
  readonly title: string;
  readonly rows?: readonly Searchable[];
  readonly personal?: Personal;
  readonly bases?: readonly string[];
  readonly folded?: readonly SectionId[];
  readonly sections: readonly string[];
}

const CASES: readonly Case[] = [
  { title: 'groups in the text’s order', sections: ['group:X: a d', 'none: b f g h', 'group:Y: c e'] },
  {
    title: 'pinned roles first, in the text’s order',
    personal: pinned(NOTHING_PERSONAL, 'f', 'c'),
    sections: ['pinned: c f', 'group:X: a d', 'none: b g h', 'group:Y: e'],
  },
  {
    title: 'then those used last, the last one first',
    personal: used('e', 'b'),
    sections: ['recent: e b', 'group:X: a d', 'none: f g h', 'group:Y: c'],
  },
  {
    title: 'at most five',
    personal: used('h', 'g', 'f', 'e', 'd', 'c'),
    sections: ['recent: h g f e d', 'group:X: a', 'none: b', 'group:Y: c'],
  },
  {
    title: 'a pinned role once',
    personal: pinned(used('b', 'e'), 'b'),
    sections: ['pinned: b', 'recent: e', 'group:X: a d', 'none: f g h', 'group:Y: c'],
  },
  {
    title: 'nothing that was used from another base',
    personal: used('e'),
    bases: ['other'],
    sections: ['group:X: a d', 'none: b f g h', 'group:Y: c e'],
  },
  {
    title: 'what the text pins',
    rows: [role('a'), role('b', 'X', { favorite: true })],
    sections: ['pinned: b', 'none: a'],
  },
  {
    title: 'not what the user has taken off',
    rows: [role('a'), role('b', 'X', { favorite: true })],
    personal: withPin(NOTHING_PERSONAL, 'aws:1:b', false, 1),
    sections: ['none: a', 'group:X: b'],
  },
  {
    title: 'both rows of a pinned role, and one of a used role',
    rows: [role('a'), role('b', 'X', { key: 'aws:1:a' }), role('c'), role('d', 'X', { key: 'aws:1:c' })],
    personal: pinned(used('c'), 'a'),
    sections: ['pinned: a b', 'recent: c', 'group:X: d'],
  },
  {
    title: 'folded ones with all their rows',
    folded: ['group:X', 'recent'],
    personal: used('b'),
    sections: ['recent folded: b', 'group:X folded: a d', 'none: f g h', 'group:Y: c e'],
  },
  {
    title: 'no hidden roles',
    rows: [role('a', 'X', { isHidden: true, favorite: true }), role('b', 'Y', { isHidden: true }), role('c')],
    personal: used('b'),
    sections: ['none: c'],
  },
  { title: 'nothing of nothing', rows: [], sections: [] },
];

describe('sections of an empty query', () => {
  it.each(CASES)('$title', ({ rows = ROWS, personal = NOTHING_PERSONAL, bases = ['base'], folded = [], sections }) => {
    const made = toSections({ rows, personal, bases, folded: new Set(folded) });
    const written = made.map(
      ({ id, isFolded, rows: of }) => `${id}${isFolded ? ' folded' : ''}: ${of.map(({ label }) => label).join(' ')}`,
    );
    expect(written).toEqual(sections);
  });

  it('give groups their names', () => {
    const made = toSections({ rows: ROWS, personal: used('a'), bases: undefined, folded: new Set() });
    expect(made.map(({ kind, title }) => [kind, title])).toEqual([
      ['recent', undefined],
      ['group', 'X'],
      ['none', undefined],
      ['group', 'Y'],
    ]);
  });
});

describe('folded sections', () => {
  it.each([
    ['pinned', 'pinned'],
    ['group:支払い', 'group:支払い'],
    ['group:', undefined],
    ['other', undefined],
    [`group:${'x'.repeat(300)}`, undefined],
    [7, undefined],
  ])('%s names %s', (input, expected) => {
    expect(parseSectionId(input)).toBe(expected);
  });

  it('are read from whatever is stored', () => {
    expect(parseFolded(['none', 3, 'none', 'group:a', null])).toEqual(['none', 'group:a']);
    expect(parseFolded({ length: 1 })).toEqual([]);
  });

  it('are no more than anybody folds, and the last folded one stays', () => {
    const many = Array.from({ length: 200 }, (_, at): SectionId => `group:${at}`);
    const folded = withFolded(many, 'none', true);
    expect(folded).toHaveLength(200);
    expect(folded[0]).toBe('none');
    expect(withFolded(folded, 'none', false)).not.toContain('none');
  });
});
