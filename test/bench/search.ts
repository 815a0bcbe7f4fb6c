import type { Searchable } from '../../src/core/search/searchable.ts';
import { COMPANY_ROLES } from '../fixtures/company-roles.ts';
import type { Bench, Row } from './bench.ts';
import { importBuilt } from './built.ts';
import { rounded, summary } from './measure.ts';

const SIZES = [10, 200, 1000, 5000, 10_000] as const;
const TIMES = 60;

/** What is typed letter by letter; each stands for a kind of query. */
const QUERIES = {
  'letter by letter': 'payments prod admin',
  Japanese: 'データ 本番',
  'account number': '7368-7871',
  initials: 'paydevbil',
  'typing mistake': 'paymnets prdo',
  nothing: 'xylophone',
} as const;

type Engine = typeof import('../../src/core/search/search.ts');
type Indexer = typeof import('../../src/core/search/search-index.ts');
type Highlighter = typeof import('../../src/core/search/highlight.ts');

/** How long the search itself takes, key by key, and what is made ready before. */
export const searchBench: Bench = {
  name: 'search',
  tables: {
    'search by key (ms, medians)': async () => {
      const { buildIndex } = await importBuilt<Indexer>('src/core/search/search-index.ts');
      const { search } = await importBuilt<Engine>('src/core/search/search.ts');
      return SIZES.flatMap((roles) => {
        const index = buildIndex(rolesOf(roles));
        return Object.entries(QUERIES).map(([what, query]) => keysOf(search, index, query, { what, roles }));
      });
    },
    'index and highlights (ms, medians)': async () => {
      const { buildIndex } = await importBuilt<Indexer>('src/core/search/search-index.ts');
      const { search } = await importBuilt<Engine>('src/core/search/search.ts');
      const { highlights } = await importBuilt<Highlighter>('src/core/search/highlight.ts');
      return SIZES.map((roles) => {
        const rows = rolesOf(roles);
        const index = buildIndex(rows);
        const json = JSON.stringify(index);
        const { words } = search(index, 'payments prod admin');
        const shown = rows.slice(0, 20).map(({ label, account, roleName }) => [label, account, roleName]);
        return {
          roles,
          'index built': timeOf(() => buildIndex(rows)),
          'index read from JSON': timeOf(() => JSON.parse(json)),
          'index (KB of JSON)': json.length >> 10,
          '20 rows highlighted': timeOf(() => shown.map((texts) => highlights(texts, words))),
        };
      });
    },
  },
};

/** Each key after the one before, as somebody types: the first, the later ones, and the slowest of all. */
function keysOf(search: Engine['search'], index: Parameters<Engine['search']>[0], query: string, row: Row): Row {
  const boosts = Float64Array.from(index.texts, (_, at) => (at % 97 === 0 ? at : 0));
  const times: number[][] = Array.from(query, () => []);
  for (let turn = -TIMES / 4; turn < TIMES; turn++) {
    let found: ReturnType<Engine['search']> | undefined;
    for (let key = 0; key < query.length; key++) {
      const start = performance.now();
      found = search(index, query.slice(0, key + 1), boosts, found);
      if (turn >= 0) times[key]?.push(performance.now() - start);
    }
  }
  const medians = times.map((all) => summary(all).median);
  const later = medians.slice(1);
  return {
    ...row,
    'first key': medians[0] ?? 0,
    'later keys': summary(later).median,
    'slowest key': Math.max(...medians),
    'at the letter': query.slice(0, medians.indexOf(Math.max(...medians)) + 1),
  };
}

function timeOf(act: () => unknown): number {
  const times: number[] = [];
  for (let turn = -5; turn < 20; turn++) {
    const start = performance.now();
    act();
    if (turn >= 0) times.push(performance.now() - start);
  }
  return rounded(summary(times).median);
}

/** The company's roles, and as many copies of it as it takes, each with a name before it. */
function rolesOf(count: number): readonly Searchable[] {
  const every = Math.max(1, Math.floor(COMPANY_ROLES.length / count));
  const roles: Searchable[] = [];
  for (let copy = 0; roles.length < count; copy++) {
    for (let at = 0; at < COMPANY_ROLES.length && roles.length < count; at += every) {
      const role = COMPANY_ROLES[at];
      if (!role) continue;
      roles.push(copy === 0 ? role : { ...role, id: `${role.id}-${copy}`, label: `${role.label}-${copy}` });
    }
  }
  return roles;
}
