import type { AccountResources } from './access-files.ts';

/**
 * What a file is, for whoever finds it in a repository: English in every language, as the code around it is, and as
 * IAM's own descriptions have to be.
 */
export function describeFile({ account, subject }: Pick<AccountResources, 'account' | 'subject'>): readonly string[] {
  return subject === 'roles'
    ? [
        `Roles of account ${account} with their trust policies, written by Hatrack.`,
        'What each role may do is to be added.',
      ]
    : [`Who of account ${account} may take which roles, written by Hatrack.`];
}
