import type { Diagnosis, HeaderState } from './diagnosis.ts';

/** What a signed-in page lacks that the console's pages have (console-contract §1 to §3), the worst first. */
export const DEVIATIONS = [
  'session-unknown',
  'sign-in-host-foreign',
  'token-missing',
  'session-data',
  'account-info',
  'sign-in-host-unnamed',
  'header-unknown',
] as const;
export type Deviation = (typeof DEVIATIONS)[number];

/** The bars that only a signed-in page has. */
const DRAWN: ReadonlySet<HeaderState> = new Set(['list', 'bar', 'folded']);

/**
 * How the page differs from what AWS's pages were known to be: what to tell the user, with what still works. Nothing for
 * a page that just shows nobody, such as one that was signed out of.
 */
export function deviations(diagnosis: Diagnosis): readonly Deviation[] {
  if (diagnosis.partition === undefined) return [];
  const found = DEVIATIONS.filter((deviation) => APPLIES[deviation](diagnosis));
  // Where nobody can be made out, what else is missing tells nothing.
  return diagnosis.session === 'unknown' ? found.filter((deviation) => deviation === 'session-unknown') : found;
}

const APPLIES: Readonly<Record<Deviation, (diagnosis: Diagnosis) => boolean>> = {
  'session-unknown': ({ session, header }) => session === 'unknown' && DRAWN.has(header),
  'sign-in-host-foreign': ({ told }) => told['sign-in-host'] === 'foreign',
  'token-missing': ({ token }) => token === 'missing',
  'session-data': ({ told }) => told['session-data'] !== 'read',
  // Whether every multi-session page has it is not known (console-contract §12).
  'account-info': ({ told, isMultiSession }) => told['account-info'] !== 'read' && !isMultiSession,
  // Without the session data there is nothing that could name it: told once.
  'sign-in-host-unnamed': ({ told }) => told['sign-in-host'] === 'absent' && told['session-data'] === 'read',
  'header-unknown': ({ header }) => header === 'floating',
};
