import type { PartitionId } from '../../src/core/console/partition.ts';
import { PERMISSION_SET_ROLE, SAML_ROLE } from './identities.ts';

/** Who a role trusts: everybody in an account, or one role (`{account}/{path/}{name}`). */
export type Principal = { readonly account: string } | { readonly role: string };

export interface Role {
  /** With its path and without a leading slash, as the console's form wants it (contract §4). */
  readonly name: string;
  readonly trusts: readonly Principal[];
  readonly needsMfa: boolean;
  readonly needsExternalId: boolean;
}

/** The colour names that the account tile carries as a test id (contract §2.1). */
export type AccountColour = 'default' | 'red' | 'orange' | 'green' | 'lightBlue' | 'purple';

export interface Account {
  readonly id: string;
  readonly alias: string;
  readonly colour: AccountColour;
  readonly roles: readonly Role[];
}

export interface World {
  /** The account that people sign in to. */
  readonly jump: Account;
  readonly targets: readonly Account[];
}

const JUMP = '111111111111';
const GOV_JUMP = '111122223333';
const CN_JUMP = '777700001111';
const EUSC_JUMP = '888800001111';

/** The fixture accounts of every partition. All ids are made up. */
export const WORLD: Readonly<Record<PartitionId, World>> = {
  aws: {
    jump: account(JUMP, 'hatrack-jump', []),
    targets: [
      account('222222222222', 'payments-prod', [role('team/platform/Admin', JUMP), role('ReadOnly', JUMP)], 'red'),
      account('333333333333', 'payments-dev', [role('Developer', JUMP), role('ReadOnly', JUMP)], 'green'),
      account('444444444444', 'security-audit', [
        { ...role('Auditor', JUMP), needsMfa: true },
        { ...role('Vendor', JUMP), needsExternalId: true },
      ]),
      account('555555555555', 'data-lake', [
        // Reachable only through another switched session: role chaining.
        roleFor('DataEngineer', '333333333333/Developer'),
      ]),
      // A role that exists and does not trust the jump account.
      account('666666666666', 'acquired-startup', [role('Admin', '666666666666')]),
      crossroads('121212121212', 'aws-crossroads', JUMP),
      ...productAccounts('checkout', '7010000000'),
      ...productAccounts('inventory', '7020000000'),
      ...productAccounts('search', '7030000000'),
      ...productAccounts('analytics', '7040000000'),
    ],
  },
  'aws-us-gov': {
    jump: account(GOV_JUMP, 'hatrack-gov-jump', []),
    targets: [
      account('444455556666', 'gov-records', [role('Auditor', GOV_JUMP)]),
      crossroads('131313131313', 'gov-crossroads', GOV_JUMP),
    ],
  },
  'aws-cn': {
    jump: account(CN_JUMP, 'hatrack-cn-jump', []),
    targets: [
      account('777700002222', 'cn-shop', [role('Operator', CN_JUMP)]),
      crossroads('141414141414', 'cn-crossroads', CN_JUMP),
    ],
  },
  'aws-eusc': {
    jump: account(EUSC_JUMP, 'hatrack-eu-jump', []),
    targets: [
      account('888800002222', 'eu-health', [role('Admin', EUSC_JUMP)]),
      crossroads('151515151515', 'eu-crossroads', EUSC_JUMP),
    ],
  },
};

export function accountsOf(partition: PartitionId): readonly Account[] {
  return [WORLD[partition].jump, ...WORLD[partition].targets];
}

/** An account by id or alias, inside one partition: partitions never mix (contract §9). */
export function findAccount(partition: PartitionId, idOrAlias: string): Account | undefined {
  return accountsOf(partition).find(({ id, alias }) => id === idOrAlias || alias === idOrAlias);
}

/** Roles are matched with their path and case-sensitively (contract §4, §9). */
export function findRole(account: Account, name: string): Role | undefined {
  return account.roles.find((candidate) => candidate.name === name);
}

function account(id: string, alias: string, roles: readonly Role[], colour: AccountColour = 'default'): Account {
  return { id, alias, roles, colour };
}

function role(name: string, trustedAccount: string): Role {
  return { name, trusts: [{ account: trustedAccount }], needsMfa: false, needsExternalId: false };
}

/** A role that trusts one other role and nobody else. */
function roleFor(name: string, trustedRole: string): Role {
  return { name, trusts: [{ role: trustedRole }], needsMfa: false, needsExternalId: false };
}

/** Every partition's account with a role for each way of being signed in, so that a mixed-up sign-in is refused. */
function crossroads(id: string, alias: string, jump: string): Account {
  return account(id, alias, [
    role('team/Reader', jump),
    role('Writer', jump),
    role('Operator', jump),
    role('Anybody', jump),
    roleFor('SamlOnly', `${jump}/${SAML_ROLE}`),
    roleFor('PermissionSetOnly', `${jump}/${PERMISSION_SET_ROLE}`),
    // Role chaining, in multi-session alone.
    roleFor('Deputy', `${id}/team/Reader`),
  ]);
}

/** The development, staging and production accounts of one product, for lists of a believable length. */
function productAccounts(product: string, idStart: string): Account[] {
  return [
    account(`${idStart}01`, `${product}-dev`, [role('Developer', JUMP), role('Admin', JUMP)], 'green'),
    account(`${idStart}02`, `${product}-stg`, [role('Developer', JUMP), role('ReadOnly', JUMP)], 'orange'),
    account(`${idStart}03`, `${product}-prod`, [role('Operator', JUMP), role('ReadOnly', JUMP)], 'red'),
  ];
}
