import { describe, expect, it } from 'vitest';
import { type ListItem, WINDOW_SIZE } from '../../../src/core/finding/list-item.ts';
import { type Habits, RoleFinder } from '../../../src/core/finding/role-finder.ts';
import type { RoleRow, WithheldRow } from '../../../src/core/roles/role-list.ts';
import { NOTHING_PERSONAL, type Personal, withPin, withUse } from '../../../src/core/saved/personal.ts';
import type { SectionId } from '../../../src/core/search/sections.ts';
import { roleRow } from '../../fixtures/role-row.ts';

const NOW = Date.UTC(2026, 10, 26);
const BASE = 'home';

const ROWS = [
  roleRow('alpha', { group: 'Letters' }),
  roleRow('beta', { group: 'Letters' }),
  roleRow('prod'),
  roleRow('prod-two'),
  roleRow('quiet', { isHidden: true }),
];
const keyOf = (label: string) => roleRow(label).key;
const used = (...labels: string[]): Personal =>
  labels.reduce((before, label, at) => withUse(before, BASE, keyOf(label), NOW - 1000 + at), NOTHING_PERSONAL);

function finder(rows: readonly RoleRow[], habits: Partial<Habits> = {}, withheld: readonly WithheldRow[] = []) {
  const all: Habits = { personal: NOTHING_PERSONAL, bases: [BASE], folded: new Set<SectionId>(), now: NOW, ...habits };
  return new RoleFinder({ rows, withheld }, all);
}

function spelled(item: ListItem): string {
  if (item.kind === 'heading') return `${item.isFolded ? '+' : '#'}${item.title ?? item.of} ${item.roleCount}`;
  return `${item.isPinned ? '!' : ''}${item.row.label}${item.service ? ` → ${item.service.name}` : ''}`;
}

describe('what a list shows before anybody searches', () => {
  const cases: [string, readonly RoleRow[], Partial<Habits>, readonly string[]][] = [
    ['is the text’s order without a heading, where there is one kind alone', ROWS.slice(2), {}, ['prod', 'prod-two']],
    ['is groups by their headings', ROWS, {}, ['#Letters 2', 'alpha', 'beta', '#none 2', 'prod', 'prod-two']],
    [
      'is pinned and used ones first',
      ROWS,
      { personal: withPin(used('prod', 'beta'), keyOf('prod-two'), true, NOW) },
      ['#pinned 1', '!prod-two', '#recent 2', 'beta', 'prod', '#Letters 1', 'alpha'],
    ],
    [
      'is nothing that was used from elsewhere',
      ROWS.slice(2),
      { personal: used('prod'), bases: ['other'] },
      ['prod', 'prod-two'],
    ],
    [
      'is one heading for a folded section',
      ROWS,
      { folded: new Set<SectionId>(['group:Letters']) },
      ['+Letters 2', '#none 2', 'prod', 'prod-two'],
    ],
    [
      'is not the current role among the recent ones',
      [roleRow('alpha', { state: { kind: 'current' } }), roleRow('beta')],
      { personal: used('alpha') },
      ['alpha', 'beta'],
    ],
    [
      'is pinned by the text until the user says otherwise',
      [roleRow('alpha', { favorite: true }), roleRow('beta', { favorite: true })],
      { personal: withPin(NOTHING_PERSONAL, keyOf('beta'), false, NOW) },
      ['#pinned 1', '!alpha', '#none 1', 'beta'],
    ],
    ['is nothing where there is nothing', [], {}, []],
  ];
  it.each(cases)('%s', (_, rows, habits, expected) => {
    const { items, itemCount } = finder(rows, habits).find('', true, 0);
    expect(items.map(spelled)).toEqual(expected);
    expect(itemCount).toBe(expected.length);
  });

  it('says where its headings are', () => {
    const { headings, foundCount } = finder(ROWS, { folded: new Set<SectionId>(['group:Letters']) }).find('', true, 0);
    expect(headings).toEqual([
      { index: 0, section: 'group:Letters', isFolded: true },
      { index: 1, section: 'none', isFolded: false },
    ]);
    expect(foundCount).toBe(4);
  });
});

describe('what a query finds', () => {
  it('is flat, the used one before its equals', () => {
    const { items, headings } = finder(ROWS, { personal: used('prod-two') }).find('pro', true, 0);
    expect(items.map(spelled)).toEqual(['prod-two', 'prod']);
    expect(headings).toEqual([]);
  });

  it('is counted by roles, also where one is found for itself and to land on a service', () => {
    const { items, foundCount } = finder([roleRow('s3')]).find('s3', true, 0);
    expect(items.map(spelled)).toEqual(['s3', 's3 → S3']);
    expect(foundCount).toBe(1);
  });

  it('is followed by what is withheld, which does not count', () => {
    const withheld = [{ ...roleRow('prod-three'), state: { kind: 'withheld', reason: { code: 'root' } } }] as const;
    const roles = finder(ROWS, {}, withheld);
    expect(roles.find('three', true, 0)).toMatchObject({ itemCount: 1, foundCount: 0 });
    expect(roles.find('prod', true, 0).items.map(spelled)).toEqual(['prod', 'prod-two', 'prod-three']);
    expect(roles.find('', true, 0).items.map(spelled)).not.toContain('prod-three');
  });

  it('has what was found in each text', () => {
    const [item] = finder(ROWS).find('let 2222', true, 0).items;
    expect(item).toMatchObject({
      found: {
        label: [],
        detail: [
          { from: 0, to: 4 },
          { from: 26, to: 29 },
        ],
      },
    });
  });
});

describe('a window', () => {
  const many = Array.from({ length: 1000 }, (_, at) => roleRow(`role ${at}`));

  it.each([
    [0, 0],
    [WINDOW_SIZE - 1, 0],
    [WINDOW_SIZE, WINDOW_SIZE],
    [999, Math.floor(999 / WINDOW_SIZE) * WINDOW_SIZE],
    [1_000_000, Math.floor(999 / WINDOW_SIZE) * WINDOW_SIZE],
  ])('around item %i begins at %i', (index, from) => {
    const window = finder(many).find('', true, index);
    expect(window).toMatchObject({ from, itemCount: 1000, foundCount: 1000 });
    expect(window.items.length).toBe(Math.min(WINDOW_SIZE, 1000 - from));
    expect(window.items.map(spelled)[0]).toBe(`role ${from}`);
  });

  it('of nothing begins at the beginning', () => {
    expect(finder([]).find('x', true, 5)).toMatchObject({ from: 0, items: [], itemCount: 0 });
  });
});
