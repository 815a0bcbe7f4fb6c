import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Bench, Row } from './bench.ts';
import { capacityBench } from './capacity.ts';
import { keysBench } from './keys.ts';
import { menuBench } from './menu.ts';
import { optionsBench } from './options.ts';
import { packageBench } from './package.ts';
import { pageBench } from './page.ts';
import { parseBench } from './parse.ts';
import { popupBench } from './popup.ts';
import { postBench } from './post.ts';
import { saveBench } from './save.ts';
import { searchBench } from './search.ts';
import { toMarkdown } from './to-markdown.ts';

/*
 * `npm run bench` measures everything, `npm run bench -- popup keys` what is named. Each bench prints its tables and
 * writes them to `test-results/bench-<name>.json` and `.md`. Figures are to be looked at, never asserted: machines
 * differ.
 */

const BENCHES: readonly Bench[] = [
  packageBench,
  popupBench,
  menuBench,
  keysBench,
  postBench,
  pageBench,
  saveBench,
  optionsBench,
  parseBench,
  searchBench,
  capacityBench,
];

const RESULTS = 'test-results';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHES.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${BENCHES.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

for (const bench of BENCHES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const tables: Record<string, readonly Row[]> = {};
  for (const [title, make] of Object.entries(bench.tables)) {
    console.log(`\n${title}`);
    const rows = await make();
    console.table(rows);
    tables[title] = rows;
  }
  // How much else the machine had to do in the last quarter of an hour tells how far the figures can be trusted.
  const load = loadavg().map((average) => Math.round(average * 10) / 10);
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length, load };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/bench-${bench.name}.json`, `${JSON.stringify({ machine, tables }, null, 2)}\n`);
  writeFileSync(`${RESULTS}/bench-${bench.name}.md`, toMarkdown(tables));
}
