import { describe, expect, it } from 'vitest';
import { type Found, search } from '../../../src/core/search/search.ts';
import { buildIndex } from '../../../src/core/search/search-index.ts';
import type { Searchable } from '../../../src/core/search/searchable.ts';

function role(label: string, rest: Partial<Searchable> = {}): Searchable {
  return { id: label, label, account: '123456789012', roleName: 'Admin', tags: [], ...rest };
}

function found(rows: readonly Searchable[], query: string): string[] {
  return [...search(buildIndex(rows), query).order].map((row) => rows[row]?.label ?? '');
}

/** Each better than the next, all by the same word. */
const KINDS: readonly Searchable[] = [
  role('team'),
  role('X', { profile: 'team' }),
  role('team-lead'),
  role('teams'),
  role('Y', { profile: 'team-x' }),
  role('Y2', { profile: 'teamster' }),
  role('my-team'),
  role('my-teams'),
  role('role-name', { roleName: 'path/Team' }),
  role('a-tag', { tags: ['x', 'teams'] }),
  role('steam'),
  role('in-group', { group: 'Steam' }),
  role('in-note', { note: 'ask the team' }),
  role('to-each-a-meal'),
  role('tea-make'),
  role('t1', { group: 'Tea Makers' }),
];

describe('the kinds of matches', () => {
  it('come in their order, whatever the text’s is', () => {
    const labels = KINDS.map(({ label }) => label);
    // In the text alone the note and the group's middle are equal.
    const reversed = [...KINDS].reverse();
    const expected = labels.map((label) =>
      label === 'in-group' ? 'in-note' : label === 'in-note' ? 'in-group' : label,
    );
    expect(found(KINDS, 'team')).toEqual(labels);
    expect(found(reversed, 'team')).toEqual(expected);
  });
});

describe('several words', () => {
  it.each([
    ['a b', ['a b', 'a-b', 'b a', 'a b c', 'x a b']],
    ['b a', ['b a', 'a-b', 'a b', 'a b c', 'x a b']],
    ['a-b', ['a-b', 'a b', 'a b c', 'x a b']],
    ['c b', ['a b c']],
    ['b', ['b a', 'x a b', 'a b c', 'a-b', 'a b']],
    ['dev dev', ['dev dev', 'dev']],
    ['dev', ['dev', 'dev dev']],
  ])('“%s”', (query, labels) => {
    const rows = ['x a b', 'b a', 'a b c', 'a-b', 'a b', 'dev', 'dev dev'].map((label) => role(label));
    expect(found(rows, query)).toEqual(labels);
  });
});

describe('hidden rows', () => {
  const ROWS = [role('old prod', { isHidden: true, profile: 'legacy' }), role('prod'), role('old')];
  it.each([
    ['', ['prod', 'old']],
    ['prod', ['prod']],
    ['old pro', []],
    ['old prod', ['old prod']],
    ['OLD　prod', ['old prod']],
    ['prod old', []],
    ['legacy', ['old prod']],
  ])('“%s”', (query, labels) => {
    expect(found(ROWS, query)).toEqual(labels);
  });

  it('are found by the last letter of their name', () => {
    const index = buildIndex(ROWS);
    let earlier: Found | undefined;
    for (let length = 1; length <= 'old prod'.length; length++) {
      earlier = search(index, 'old prod'.slice(0, length), undefined, earlier);
    }
    expect([...(earlier?.order ?? [])]).toEqual([0]);
  });
});

describe('hostile texts', () => {
  it('take no longer than their length allows', () => {
    const long = 'a-'.repeat(5000);
    const rows = Array.from({ length: 20 }, () => role(long, { note: 'x'.repeat(10_000), tags: ['b'.repeat(5000)] }));
    const index = buildIndex(rows);
    const start = performance.now();
    expect(search(index, `${'a'.repeat(40)}b`).order).toHaveLength(0);
    expect(search(index, 'a'.repeat(32)).order).toHaveLength(20);
    expect(search(index, 'a'.repeat(5000)).order).toHaveLength(0);
    expect(search(index, 'b'.repeat(4000).concat('c')).order).toHaveLength(20);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each(['|', '\n', '\t', '||', 'a|b', '\ud800', '__proto__', '$1', '\\', '.*', '(('])(
    '“%s” is a word like others',
    (word) => {
      const rows = [role(`x ${word} y`), role('z')];
      expect(found(rows, word.trim())[0]).toBe(rows[0]?.label);
    },
  );
});
