import { type ConsoleService, MOST_SERVICE_WORDS, serviceNamed } from '../console/console-services.ts';
import type { RoleRow } from './role-list.ts';

/** What a search finds: a role, and the service to land on if the query names one. */
export interface RoleHit {
  readonly row: RoleRow;
  readonly service?: ConsoleService | undefined;
}

/**
 * Finds the rows that hold every word of the query; and, where it begins or ends with the name of a service, behind them
 * those that hold the other words, each to land on that service: “prod s3”. An empty query gives every row.
 *
 * @param canLand whether choosing a role lands anywhere; else no word means a service
 */
export function searchRoles(rows: readonly RoleRow[], query: string, canLand: boolean): readonly RoleHit[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const hits: readonly RoleHit[] = findRows(rows, words).map((row) => ({ row }));
  for (const { service, others } of canLand ? servicesIn(words) : []) {
    const found = findRows(rows, others);
    if (found.length > 0) return [...hits, ...found.map((row) => ({ row, service }))];
  }
  return hits;
}

/** The services that the last or the first words name, a longer name before a shorter one, with the words that are left. */
function servicesIn(words: readonly string[]): { service: ConsoleService; others: readonly string[] }[] {
  const lengths = Array.from({ length: Math.min(MOST_SERVICE_WORDS, words.length) }, (_, index) => index + 1).reverse();
  return lengths
    .flatMap((length) => [
      { name: words.slice(-length), others: words.slice(0, -length) },
      { name: words.slice(0, length), others: words.slice(length) },
    ])
    .flatMap(({ name, others }) => {
      const service = serviceNamed(name.join(' '));
      return service ? [{ service, others }] : [];
    });
}

/**
 * The rows that hold every word, in the order of how well they match: names that are the word, then names that begin with
 * it, then words inside names, then anything else. Equal matches keep their order. Hidden ones are found by their name.
 */
function findRows(rows: readonly RoleRow[], words: readonly string[]): readonly RoleRow[] {
  const name = words.join(' ');
  const known = rows.filter((row) => !row.isHidden || nameOf(row) === name);
  if (words.length === 0) return known;
  return known
    .map((row, index) => ({ row, index, score: scoreOf(row, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ row }) => row);
}

/** The label as the words of a query spell it. */
function nameOf({ label }: RoleRow): string {
  return fold(label).split(/\s+/).filter(Boolean).join(' ');
}

function scoreOf(row: RoleRow, words: readonly string[]): number {
  const label = fold(row.label);
  const others = fold([row.account, row.roleName, row.group ?? '', row.region ?? '', ...row.tags].join('\n'));
  let total = 0;
  for (const word of words) {
    const score = wordScore(label, others, word);
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

function wordScore(label: string, others: string, word: string): number {
  if (label === word) return 5;
  if (label.startsWith(word)) return 4;
  const at = label.indexOf(word);
  if (at > 0) return /[^\p{L}\p{N}]/u.test(label[at - 1] ?? '') ? 3 : 2;
  // Account numbers are typed the way the console shows them, with dashes.
  const digits = /^[\d-]+$/.test(word) ? word.replaceAll('-', '') : word;
  return others.includes(word) || (digits !== '' && others.includes(digits)) ? 1 : 0;
}

/** One spelling for letters that a person takes for the same: case, full and half width, katakana and hiragana. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
