import type { Row } from './bench.ts';

/** The tables as Markdown, each under its title. */
export function toMarkdown(tables: Readonly<Record<string, readonly Row[]>>): string {
  return Object.entries(tables)
    .map(([title, rows]) => `## ${title}\n\n${tableOf(rows)}\n`)
    .join('\n');
}

function tableOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return [columns, columns.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
