import type { Base } from '../config/config.ts';
import type { AccessForm } from './access-form.ts';
import type { AccessSource } from './access-kit.ts';
import { jumpOf, type Who } from './jump.ts';

/** What the text itself says for a base, so that nothing needs to be typed that stands there already. */
export function formOf({ config, profileOf }: AccessSource, base: Base | undefined): AccessForm {
  const jump = base && jumpOf(base, profileOf(base), config);
  return {
    account: jump?.account ?? '',
    partition: jump?.partition ?? config.roles.find(({ partition }) => partition !== undefined)?.partition ?? 'aws',
    who: jump?.who.kind ?? 'account',
    names: jump ? namesOf(jump.who) : '',
    mfa: jump?.mfa ?? true,
    sourceIps: '',
    organisations: '',
    organisationPaths: '',
    externalId: '',
    grouping: 'base',
    holder: 'managed',
    holderName: '',
  };
}

function namesOf(who: Who): string {
  if (who.kind === 'account') return '';
  return who.kind === 'users' ? who.names.join('\n') : who.name;
}
