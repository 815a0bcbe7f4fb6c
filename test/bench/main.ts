import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Bench, Row } from './bench.ts';
import { capacityBench } from './capacity.ts';
import { optionsBench } from './options.ts';
import { parseBench } from './parse.ts';

/*
 * `npm run bench` measures everything, `npm run bench -- parse` one thing. Each bench prints its tables and writes them
 * to `test-results/bench-<name>.json`. Figures are to be looked at, never asserted: machines differ.
 */

const BENCHES: readonly Bench[] = [parseBench, optionsBench, capacityBench];

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
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(`${RESULTS}/bench-${bench.name}.json`, `${JSON.stringify({ machine, tables }, null, 2)}\n`);
}
