import { describe, expect, it } from 'vitest';
import { codesOf, documentsOf, kitOf } from './kit.ts';

type Wanted = Parameters<typeof kitOf>[1];

const BASE = '[main]\naws_account_id = 111111111111\n';
const role = (name: string, more = '') =>
  `[${name}]\nrole_arn = arn:aws:iam::222222222222:role/${name}\nsource_profile = main\n${more}`;
const GOOD = role('Good');

describe('the notes', () => {
  it.each<[string, string, Wanted]>([
    ['account-by-alias', '[x]\naws_account_id = my-alias\nrole_name = X\n', { part: 'permissions' }],
    ['reserved-role', role('AWSReservedSSO_Dev_0123456789abcdef'), {}],
    ['impossible-name', role('x'.repeat(65)), {}],
    ['impossible-name', role(`${'path/'.repeat(103)}x`), {}],
    ['role-external-id', role('X', 'external_id = a b\n'), {}],
  ])('%s: the role is left out', (code, text, wanted) => {
    const kit = kitOf(`${BASE}${text}${GOOD}`, wanted);
    expect(codesOf(kit)).toContain(code);
    expect(kit.files).toHaveLength(1);
    expect(JSON.stringify(documentsOf(kit))).not.toMatch(/my-alias|Reserved|xxx|path|a b/);
  });

  it.each<[string, string, Wanted]>([
    ['name-too-long', role(`${'p'.repeat(40)}/${'x'.repeat(40)}`), {}],
    ['production-without-mfa', role('Prod', 'env = prod\n'), { mfa: false }],
    ['production-by-identity-center', role('Prod', 'env = prod\n'), { mfa: false, who: 'permission-set', names: 'A' }],
    ['mfa-not-carried', '', { mfa: true, who: 'permission-set', names: 'A' }],
    ['mfa-not-carried', '', { mfa: true, who: 'role', names: 'A' }],
    ['whole-account', '', {}],
    ['private-source-ip', '', { sourceIps: '10.0.0.0/8' }],
    ['private-source-ip', '', { sourceIps: '172.20.0.0/16' }],
    ['private-source-ip', '', { sourceIps: 'fd00::/8' }],
    ['every-source-ip', '', { sourceIps: '0.0.0.0/0' }],
    ['every-source-ip', '', { sourceIps: '::/0' }],
    ['external-id-roles', role('X', 'external_id = abc\n'), {}],
    ['trust-too-long', '', { who: 'users', names: Array.from({ length: 60 }, (_, n) => `user-${n}`).join() }],
    ['permission-set-policy', '', { part: 'permissions', who: 'permission-set', names: 'A' }],
  ])('%s: said beside what is written', (code, text, wanted) => {
    const kit = kitOf(`${BASE}${GOOD}${text}`, wanted);
    expect(codesOf(kit)).toContain(code);
    expect(kit.files).not.toEqual([]);
    expect(codesOf(kitOf(`${BASE}${GOOD}`, { who: 'users', names: 'a', mfa: true }))).toEqual([]);
  });

  it('name no roles where there are none, and a holder that inline policies need', () => {
    expect(kitOf(BASE)).toEqual({
      files: [],
      notes: [
        { code: 'whole-account', values: [] },
        { code: 'no-roles', values: [] },
      ],
    });
    const kit = kitOf(BASE + GOOD, { part: 'permissions', holder: 'group', holderName: ' ' });
    expect(kit.files).toEqual([]);
    expect(codesOf(kit)).toContain('bad-holder');
  });

  it('name five roles, and count the rest', () => {
    const roles = Array.from({ length: 7 }, (_, n) => role(`P${n}`, 'env = production\n')).join('');
    expect(kitOf(BASE + roles, { mfa: false }).notes).toContainEqual({
      code: 'production-without-mfa',
      values: ['P0, P1, P2, P3, P4, …', '7'],
    });
  });

  it('put what stops everything first', () => {
    const kit = kitOf(`${BASE}${GOOD}${role('x'.repeat(65))}`, { sourceIps: 'office, 10.0.0.1' });
    expect(codesOf(kit)).toEqual(['bad-source-ip', 'private-source-ip', 'impossible-name', 'whole-account']);
  });
});
