import type { RoleList } from '../core/roles/role-list.ts';
import { expectedBaseText } from './reason-text.ts';
import { identitySentence } from './session-line.tsx';
import type { Translate } from './translation.ts';

/** As many bases as a sentence can hold. */
const MOST_BASES = 5;

/**
 * In one sentence who the console says is signed in, and what sign-ins the text has roles for; undefined where either
 * is not known.
 */
export function expectationSentence(
  { session, expectedBases }: Pick<RoleList, 'session' | 'expectedBases'>,
  t: Translate,
): string | undefined {
  if (!session || expectedBases.length === 0) return undefined;
  const shown = expectedBases.slice(0, MOST_BASES).map(expectedBaseText).join(', ');
  const others = expectedBases.length - MOST_BASES;
  return t('whoAndExpected', identitySentence(session.identity, t), others > 0 ? t('andOthers', shown, others) : shown);
}
