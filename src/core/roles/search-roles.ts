import type { RoleRow } from './role-list.ts';

/**
 * Finds the rows that hold every word of the query, in the order of how well they match: names that are the word, then
 * names that begin with it, then words inside names, then anything else. Equal matches keep their order.
 * An empty query gives every row.
 */
export function searchRoles(rows: readonly RoleRow[], query: string): readonly RoleRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows
    .map((row, index) => ({ row, index, score: scoreOf(row, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ row }) => row);
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
