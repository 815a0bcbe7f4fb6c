import { recordOf } from '../record.ts';
import {
  type Diagnosis,
  FACT_NAMES,
  type FactName,
  HEADERS,
  TELLERS,
  type Teller,
  TOKENS,
  TOLD,
  type Told,
} from './diagnosis.ts';
import { PARTITIONS } from './partition.ts';
import { IDENTITY_KINDS } from './session.ts';
import { FACT_SOURCES, type FactSource } from './sourced.ts';

const SESSIONS = ['signed-in', 'switched', 'unknown'] as const;

/**
 * A diagnosis as a console tab has answered it. The tab's process may be compromised: only Hatrack's own words are taken,
 * so that no word of a page can get into what the user copies for a bug report. Undefined where it is no diagnosis.
 */
export function parseDiagnosis(answer: unknown): Diagnosis | undefined {
  const found = recordOf(answer);
  const session = wordOf(SESSIONS, found.session);
  const header = wordOf(HEADERS, found.header);
  const token = wordOf(TOKENS, found.token);
  if (!session || !header || !token) return undefined;
  return {
    partition: Object.values(PARTITIONS).find(({ id }) => id === found.partition)?.id,
    session,
    kind: wordOf(IDENTITY_KINDS, found.kind) ?? 'unknown',
    isMultiSession: found.isMultiSession === true,
    sources: wordsOf<FactName, FactSource | undefined>(FACT_NAMES, found.sources, (word) => wordOf(FACT_SOURCES, word)),
    told: wordsOf<Teller, Told>(TELLERS, found.told, (word) => wordOf(TOLD, word) ?? 'absent'),
    header,
    token,
  };
}

function wordOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}

function wordsOf<Name extends string, Word>(
  names: readonly Name[],
  value: unknown,
  read: (word: unknown) => Word,
): Readonly<Record<Name, Word>> {
  const found = recordOf(value);
  return Object.fromEntries(names.map((name) => [name, read(found[name])])) as Record<Name, Word>;
}
