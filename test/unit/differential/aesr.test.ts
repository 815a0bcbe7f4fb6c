import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { FUZZ, FUZZ_TIMEOUT } from '../fuzz/fuzz.ts';
import { compare, type Mismatch } from './compare.ts';
import { DIFFERENCES, type Difference } from './differences.ts';
import { DOCUMENTED } from './documented.ts';
import { listAesr, listHatrack } from './listing.ts';
import { disorderlyText, orderlyText } from './texts.ts';

const SAMPLES = new URL('../../fixtures/config/', import.meta.url);

/** What the two readers say differently; undefined where AESR rejects the text. */
function mismatches(text: string): Mismatch[] | undefined {
  const aesr = listAesr(text);
  return aesr && compare(text, aesr, listHatrack(readConfig(text)));
}

function explanations(mismatch: Mismatch): Difference[] {
  return DIFFERENCES.filter(({ explains }) => explains(mismatch));
}

/** Mismatches that the table does not list, as sentences. */
function unlisted(found: readonly Mismatch[]): string[] {
  return found
    .filter((mismatch) => explanations(mismatch).length === 0)
    .map(({ of, field, aesr, hatrack, section }) => `${of} [${section?.name}]: ${field} ${aesr} → ${hatrack}`);
}

/** Checks many texts; returns how many AESR accepts, and the listed differences that they hold. */
function check(texts: fc.Arbitrary<string>): { accepted: number; found: ReadonlySet<Difference> } {
  let accepted = 0;
  const found = new Set<Difference>();
  fc.assert(
    fc.property(texts, (text) => {
      const all = mismatches(text);
      if (!all) return;
      accepted += 1;
      expect(unlisted(all)).toEqual([]);
      for (const mismatch of all) for (const difference of explanations(mismatch)) found.add(difference);
    }),
    FUZZ,
  );
  return { accepted, found };
}

describe("a text that AESR accepts gives AESR's roles and bases", () => {
  it.each(Object.entries(DOCUMENTED))('as AESR documents it: %s', (_, text) => {
    expect(listAesr(text)?.roles.length).toBeGreaterThan(0);
    expect(unlisted(mismatches(text) ?? [])).toEqual([]);
  });

  it.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.ini')))('in the sample %s', (name) => {
    expect(unlisted(mismatches(readFileSync(new URL(name, SAMPLES), 'utf8')) ?? [])).toEqual([]);
  });

  it(
    'in thousands of texts that are in order, and all the listed differences are among them',
    () => {
      const { accepted, found } = check(orderlyText);
      expect(accepted).toBeGreaterThan(FUZZ.numRuns / 5);
      expect(DIFFERENCES.filter((difference) => !found.has(difference)).map(({ what }) => what)).toEqual([]);
    },
    FUZZ_TIMEOUT,
  );

  it(
    'in thousands of texts of any lines in any order',
    () => {
      expect(check(disorderlyText).accepted).toBeGreaterThan(FUZZ.numRuns / 20);
    },
    FUZZ_TIMEOUT,
  );
});

describe('the listed differences', () => {
  it.each(DIFFERENCES.map((difference) => [difference.what, difference] as const))('%s', (_, difference) => {
    const found = mismatches(difference.example) ?? [];
    expect(found.map((mismatch) => explanations(mismatch))).toEqual(found.map(() => [difference]));
    expect(found).not.toEqual([]);
  });
});
