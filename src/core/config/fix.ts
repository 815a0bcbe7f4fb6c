import type { TextEdit } from './text-edit.ts';

/** The sentence of each fix in `_locales`, and what fills its $1, $2, … */
export const FIX_SENTENCE = {
  'rename-key': 'fix_rename_key', // the key's new name
  'insert-equals': 'fix_insert_equals', // the key to put it behind
  'change-value': 'fix_change_value', // the new value
  'change-base': 'fix_change_base', // base, the one to name instead
  'remove-base': 'fix_remove_base', // base
  'remove-key': 'fix_remove_key', // key
  'remove-earlier': 'fix_remove_earlier', // key, its line
  'remove-line': 'fix_remove_line',
  'remove-lines': 'fix_remove_lines', // first line, last line
  'comment-out': 'fix_comment_out',
  'comment-rest': 'fix_comment_rest',
  'close-section': 'fix_close_section', // section
  'rename-section': 'fix_rename_section', // the section's new name
} as const satisfies Record<string, `fix_${string}`>;

export type FixKey = keyof typeof FIX_SENTENCE;

/** One way to mend a problem, to be offered beside it. */
export interface Fix {
  readonly title: { readonly key: FixKey; readonly values: readonly string[] };
  readonly edits: readonly TextEdit[];
}
