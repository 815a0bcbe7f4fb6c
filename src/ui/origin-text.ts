import type { Origin } from '../core/config/layer.ts';
import type { Translate } from './translation.ts';

/** The word beside a role that is not the user's own; undefined where it is. */
export function originWord(kind: Origin['kind'], t: Translate): string | undefined {
  switch (kind) {
    case 'policy':
      return t('originPolicy');
    case 'team':
      return t('originTeam');
    case 'personal':
      return undefined;
  }
}

/** Whose it is, for the middle of a sentence; undefined where it is the user's own. */
export function originOwner(origin: Origin, t: Translate): string | undefined {
  if (origin.kind === 'personal') return undefined;
  return ownerText(origin.kind, origin.kind === 'team' ? origin.name : '', t);
}

/** The same from the values of a problem (`originValues`). */
export function ownerText(kind: string, name: string, t: Translate): string {
  return kind === 'team' ? t('ofTeam', name) : t('ofPolicy');
}
