import type { RowState } from '../core/roles/role-list.ts';
import { reasonSentence } from './reason-text.ts';
import type { Translate } from './translation.ts';

/** The word beside a role that one does not simply switch to. */
export function stateWord(state: RowState, t: Translate): string | undefined {
  switch (state.kind) {
    case 'offered':
      return undefined;
    case 'current':
      return `✓ ${t('rowCurrent')}`;
    case 'signed-in':
      return t('rowSignedIn');
    case 'portal':
      return `↗ ${t('rowPortal')}`;
    case 'chain':
      return t('rowVia', state.hops.at(-1)?.label ?? '');
    case 'withheld':
      return t('rowWithheld');
  }
}

/** What choosing such a role does, or why it can't be chosen. */
export function stateSentence(state: RowState, t: Translate): string | undefined {
  switch (state.kind) {
    case 'offered':
      return undefined;
    case 'current':
      return t('stateCurrent');
    case 'signed-in':
      return t('stateSignedIn');
    case 'portal':
      return t('statePortal');
    case 'chain':
      return t('stateChain', state.hops.map(({ label }) => label).join(' → '), state.hops[0]?.label ?? '');
    case 'withheld':
      return reasonSentence(state.reason, t);
  }
}
