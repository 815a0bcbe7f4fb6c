import { type Diagnosis, diagnose } from '../core/console/diagnosis.ts';
import { askToken } from './ask-page.ts';
import { headerState } from './console-page.ts';
import type { NavbarButton } from './navbar-button.ts';
import { currentFacts } from './perform.ts';

/**
 * What of this page is recognised now. Takes seconds where the page has no token to switch with: it may still be minted.
 * Never rejects.
 */
export async function diagnosePage(button: Pick<NavbarButton, 'isFloating'>): Promise<Diagnosis> {
  const facts = await currentFacts();
  const seen = () => headerState(button.isFloating);
  const diagnosis = diagnose(facts, { header: seen(), hasToken: false });
  if (diagnosis.token !== 'missing') return diagnosis;
  const token = await askToken();
  return diagnose(facts, { header: seen(), hasToken: token !== undefined });
}
