/** One line of a table: what was measured, and the figures. */
export type Row = Readonly<Record<string, string | number>>;

/** A set of tables, made in their order; `npm run bench -- <name>` makes those of one bench. */
export interface Bench {
  readonly name: string;
  readonly tables: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>>;
}
