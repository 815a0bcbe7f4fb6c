/** A spreadsheet takes these at a cell's beginning for a formula; the apostrophes are those of an earlier export. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r]/;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;
/** Spreadsheets of many countries write `;`, and what is copied out of one has tabs. */
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Rows as CSV by RFC 4180: commas, CRLF, quotes where needed. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front, which spreadsheets know for "this is text" and `readCsv` takes off again. The BOM makes Excel
 * read it as UTF-8.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Reads CSV of any of the three delimiters, the one that the first line has most of. Takes any string and never throws:
 * a quote that is not closed ends with the text. Cells are trimmed; lines with nothing in them are left out.
 */
export function readCsv(text: string): string[][] {
  const whole = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(whole);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= whole.length) {
    const [cell, end] = readCell(whole, at, delimiter);
    row.push(cell);
    const isRowEnd = whole.charAt(end) !== delimiter;
    at = end + (whole.startsWith('\r\n', end) ? 2 : 1);
    if (!isRowEnd) continue;
    if (row.some((written) => written !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

/** A cell and where it ends: at a delimiter, a line end or the text's end. */
function readCell(text: string, from: number, delimiter: string): [string, number] {
  const start = skipBlanks(text, from, delimiter);
  if (text.charAt(start) !== '"') {
    const end = endOfPlain(text, from, delimiter);
    return [clean(text.slice(from, end)), end];
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  const last = close < 0 ? text.length : close;
  return [clean(text.slice(start + 1, last).replaceAll('""', '"')), endOfPlain(text, last, delimiter)];
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length && text.charAt(end) !== delimiter && !/[\r\n]/.test(text.charAt(end))) end++;
  return end;
}

function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text.charAt(at) === ' ' || (text.charAt(at) === '\t' && delimiter !== '\t')) at++;
  return at;
}

function clean(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
