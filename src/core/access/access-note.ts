/** What an admin should know or do, by its code; values fill the sentence. */
export interface AccessNote {
  readonly code: AccessNoteCode;
  readonly values: readonly string[];
}

/** An error leaves nothing to be written; a warning is about something that is left out or that opens a door. */
export type NoteSeverity = 'error' | 'warning' | 'hint';

export const NOTE_SEVERITY = {
  'no-account': 'error',
  'no-names': 'error',
  'bad-name': 'error',
  'bad-source-ip': 'error',
  'bad-organisation': 'error',
  'bad-organisation-path': 'error',
  'bad-external-id': 'error',
  'bad-holder': 'error',
  'account-by-alias': 'warning',
  'other-partition': 'warning',
  'reserved-role': 'warning',
  'impossible-name': 'warning',
  'role-external-id': 'warning',
  'name-too-long': 'warning',
  'production-without-mfa': 'warning',
  'mfa-not-carried': 'warning',
  'private-source-ip': 'warning',
  'every-source-ip': 'warning',
  'other-base-unknown': 'warning',
  'trust-too-long': 'warning',
  'too-many-managed': 'warning',
  'inline-overflow': 'warning',
  'production-by-identity-center': 'hint',
  'external-id': 'hint',
  'external-id-roles': 'hint',
  'whole-account': 'hint',
  'permission-set-policy': 'hint',
  'no-roles': 'hint',
  'not-a-policy': 'error',
  everybody: 'warning',
  'not-principal': 'warning',
  'wildcard-principal': 'warning',
  'wildcard-action': 'warning',
  'wildcard-resource': 'warning',
  'without-mfa': 'warning',
  'mfa-if-exists': 'warning',
} as const satisfies Record<string, NoteSeverity>;

export type AccessNoteCode = keyof typeof NOTE_SEVERITY;

const ORDER: readonly NoteSeverity[] = ['error', 'warning', 'hint'];

/** The gravest first. */
export function inOrder(notes: readonly AccessNote[]): AccessNote[] {
  const rank = ({ code }: AccessNote) => ORDER.indexOf(NOTE_SEVERITY[code]);
  return notes.toSorted((a, b) => rank(a) - rank(b));
}

export function hasError(notes: readonly AccessNote[]): boolean {
  return notes.some(({ code }) => NOTE_SEVERITY[code] === 'error');
}

/** As many names as a sentence can hold. */
const NAMED = 5;

/** A note about several things, with their names and their count; none for no things. */
export function noteAbout(code: AccessNoteCode, names: readonly string[], ...values: readonly string[]): AccessNote[] {
  if (names.length === 0) return [];
  const named = names.slice(0, NAMED).join(', ');
  return [{ code, values: [names.length > NAMED ? `${named}, …` : named, String(names.length), ...values] }];
}
