import { validateIdentityPolicy, validateTrustPolicy } from '@cloud-copilot/iam-policy';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AccessForm } from '../../../src/core/access/access-form.ts';
import { type Holder, SIZE_LIMITS } from '../../../src/core/access/permission-policies.ts';
import { documentsOf, kitOf } from './kit.ts';

/*
 * The policies as an evaluator takes them that knows nothing of Hatrack: every role of the text can be taken by whom it
 * is meant for, and nothing else by anybody.
 */

const JUMP = '111111111111';

interface GivenRole {
  readonly account: string;
  readonly name: string;
  readonly group: string;
}

const word = fc.stringMatching(/^[A-Za-z0-9_+=.@-]{1,12}$/);
const givenRole: fc.Arbitrary<GivenRole> = fc.record({
  account: fc.constantFrom('222222222222', '333333333333', '044444444444'),
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  group: fc.constantFrom('', 'red', '青'),
});
const givenRoles = fc.uniqueArray(givenRole, {
  minLength: 1,
  maxLength: 12,
  selector: ({ account, name }) => account + name,
});
const partition = fc.constantFrom('aws', 'aws-cn', 'aws-us-gov', 'aws-eusc');

function textOf(roles: readonly GivenRole[], of: string): string {
  const sections = roles.map(
    ({ account, name, group }, index) =>
      `[role ${index}]\nrole_arn = ${arnOf({ account, name }, of)}\nsource_profile = main\ngroup = ${group}\n`,
  );
  return `[main]\naws_account_id = ${JUMP}\n\n${sections.join('\n')}`;
}

function arnOf({ account, name }: Pick<GivenRole, 'account' | 'name'>, of: string): string {
  return `arn:${of}:iam::${account}:role/${name}`;
}

/** Who asks, from where, and how they have signed in. */
interface Asking {
  readonly principal: string;
  readonly context: Readonly<Record<string, string | string[]>>;
}

async function mayTake(
  asking: Asking,
  role: string,
  trust: unknown,
  permissions: readonly unknown[],
): Promise<boolean> {
  const result = await runSimulation(
    {
      request: {
        principal: asking.principal,
        action: 'sts:AssumeRole',
        resource: { resource: role, accountId: role.split(':')[4] ?? '' },
        contextVariables: { ...asking.context },
      },
      identityPolicies: permissions.map((policy, index) => ({ name: String(index), policy })),
      resourcePolicy: trust,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
  return result.overallResult === 'Allowed';
}

/** The trust policy that is written for a role, by its name in the file's. */
function trustOf(documents: Record<string, unknown>, { account, name }: GivenRole): unknown {
  return documents[`trust-${account}-${name.replaceAll('/', '-')}.json`];
}

const WITH_MFA = { 'aws:MultiFactorAuthPresent': 'true' };

it('every role of the text can be taken, and no other role, by nobody else, and not without MFA', async () => {
  await fc.assert(
    fc.asyncProperty(givenRoles, givenRole, partition, async (roles, other, of) => {
      const text = textOf(roles, of);
      const trusts = documentsOf(kitOf(text));
      const permissions = Object.values(documentsOf(kitOf(text, { part: 'permissions', grouping: 'group' })));
      const asking = { principal: `arn:${of}:iam::${JUMP}:user/bob`, context: WITH_MFA };
      const trust = Object.values(trusts)[0];
      const first = roles[0];
      if (first === undefined) throw new Error('no role');
      for (const role of roles) {
        expect(await mayTake(asking, arnOf(role, of), trust, permissions), arnOf(role, of)).toBe(true);
      }
      const isInText = roles.some(({ account, name }) => account === other.account && name === other.name);
      expect(await mayTake(asking, arnOf(other, of), trust, permissions)).toBe(isInText);
      expect(await mayTake({ ...asking, context: {} }, arnOf(first, of), trust, permissions)).toBe(false);
      const stranger = { ...asking, principal: `arn:${of}:iam::999999999999:user/bob` };
      expect(await mayTake(stranger, arnOf(first, of), trust, permissions)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('what the policies of one group allow is that group alone', async () => {
  await fc.assert(
    fc.asyncProperty(givenRoles, partition, async (roles, of) => {
      const kit = kitOf(textOf(roles, of), { part: 'permissions', grouping: 'group' });
      const groups = [...new Set(roles.map(({ group }) => group))];
      expect(kit.files).toHaveLength(groups.length);
      for (const [index, group] of groups.entries()) {
        const policy = JSON.parse(kit.files[index]?.text ?? '');
        const expected = roles.filter((role) => role.group === group).map((role) => arnOf(role, of));
        expect(policy.Statement[0].Resource).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

const ROLE: GivenRole = { account: '222222222222', name: 'team/Admin', group: '' };
const CONTEXT = {
  'aws:MultiFactorAuthPresent': 'true',
  'aws:SourceIp': '203.0.113.9',
  'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
  'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/'],
  'sts:ExternalId': 'secret-id',
};
const BOB = `arn:aws:iam::${JUMP}:user/bob`;
const SSO = (name: string, path: string) => ({
  principal: `arn:aws:sts::${JUMP}:assumed-role/${name}/me`,
  context: { 'aws:PrincipalArn': `arn:aws:iam::${JUMP}:role/aws-reserved/sso.amazonaws.com/${path}${name}` },
});

it.each<[string, Partial<AccessForm>, Asking, boolean]>([
  ['a chosen user', { who: 'users', names: 'alice bob' }, { principal: BOB, context: WITH_MFA }, true],
  ['a user who is not chosen', { who: 'users', names: 'alice' }, { principal: BOB, context: WITH_MFA }, false],
  [
    'the session of a chosen role',
    { who: 'role', names: 'Login', mfa: false },
    { principal: `arn:aws:sts::${JUMP}:assumed-role/Login/me`, context: {} },
    true,
  ],
  [
    'the session of another role',
    { who: 'role', names: 'Login', mfa: false },
    { principal: `arn:aws:sts::${JUMP}:assumed-role/Login2/me`, context: {} },
    false,
  ],
  [
    'a permission set',
    { who: 'permission-set', names: 'Dev', mfa: false },
    SSO('AWSReservedSSO_Dev_0123456789abcdef', 'eu-west-2/'),
    true,
  ],
  [
    'a permission set of Identity Center in us-east-1',
    { who: 'permission-set', names: 'Dev', mfa: false },
    SSO('AWSReservedSSO_Dev_0123456789abcdef', ''),
    true,
  ],
  [
    'a permission set whose name begins the same',
    { who: 'permission-set', names: 'Dev', mfa: false },
    SSO('AWSReservedSSO_Dev_Ops_0123456789abcdef', ''),
    false,
  ],
  ['from an address in the range', { sourceIps: '203.0.113.0/24' }, { principal: BOB, context: CONTEXT }, true],
  ['from another address', { sourceIps: '203.0.114.0/24' }, { principal: BOB, context: CONTEXT }, false],
  ['in the organisation', { organisations: 'o-a1b2c3d4e5' }, { principal: BOB, context: CONTEXT }, true],
  ['in another organisation', { organisations: 'o-a1b2c3d4e6' }, { principal: BOB, context: CONTEXT }, false],
  [
    'below a unit',
    { organisationPaths: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' },
    { principal: BOB, context: CONTEXT },
    true,
  ],
  [
    'not in the unit itself',
    { organisationPaths: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/' },
    { principal: BOB, context: CONTEXT },
    false,
  ],
  ['with the external id', { externalId: 'secret-id' }, { principal: BOB, context: CONTEXT }, true],
  ['with another external id', { externalId: 'other-id' }, { principal: BOB, context: CONTEXT }, false],
])('%s', async (_, changes, asking, expected) => {
  const text = textOf([ROLE], 'aws');
  const trust = trustOf(documentsOf(kitOf(text, changes)), ROLE);
  const permissions = Object.values(documentsOf(kitOf(text, { part: 'permissions' })));
  expect(validateTrustPolicy(trust)).toEqual([]);
  expect(await mayTake(asking, arnOf(ROLE, 'aws'), trust, permissions)).toBe(expected);
});

const holders: readonly Holder[] = ['managed', 'user', 'group', 'role'];

it.each(holders)('%s policies hold to their size, allow every role once, and are what IAM’s grammar has', (holder) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 64 }), partition, (count, length, of) => {
      const roles = Array.from({ length: count }, (_, index) => ({
        account: String(10 ** 11 + index),
        name: `${'x'.repeat(length)}${index}`.slice(-64),
        group: '',
      }));
      const kit = kitOf(textOf(roles, of), { part: 'permissions', holder, holderName: 'people' });
      const policies = Object.values(documentsOf(kit)) as { Statement: { Resource: string[] }[] }[];
      for (const policy of policies) {
        expect(JSON.stringify(policy).length).toBeLessThanOrEqual(SIZE_LIMITS[holder]);
        expect(validateIdentityPolicy(policy)).toEqual([]);
      }
      const resources = policies.flatMap(({ Statement }) => Statement.flatMap(({ Resource }) => Resource));
      expect(resources).toEqual(roles.map((role) => arnOf(role, of)));
      // As few as there can be: no two that stand beside each other would fit into one.
      const sizes = policies.map((policy) => JSON.stringify(policy).length);
      const tooFew = sizes.slice(1).filter((size, at) => size + (sizes[at] ?? 0) < SIZE_LIMITS[holder]);
      expect(tooFew).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it('says where so many policies can’t be attached to one', () => {
  const roles = Array.from({ length: 2_000 }, (_, index) => ({
    account: String(10 ** 11 + index),
    name: 'OrganizationAccountAccessRole',
    group: '',
  }));
  const text = textOf(roles, 'aws');
  const managed = kitOf(text, { part: 'permissions' });
  expect(managed.files.length).toBeGreaterThan(10);
  expect(managed.notes).toContainEqual({ code: 'too-many-managed', values: ['main', '1', '10'] });
  const inline = kitOf(text, { part: 'permissions', holder: 'group', holderName: 'people' });
  expect(inline.notes).toContainEqual({ code: 'inline-overflow', values: [String(inline.files.length)] });
});
