import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base } from '../../../src/core/config/config.ts';
import type { CurrentRole, Session } from '../../../src/core/console/session.ts';
import { type PendingEntry, parsePending, pendingResult } from '../../../src/core/history/pending-entry.ts';
import { tabInAccount } from '../../../src/core/history/tab-in-account.ts';
import { entry } from './entries.ts';

const ROLE = { account: '222222222222', roleName: 'team/Developer' };
const MINUTE = 60_000;

function session(current?: Partial<CurrentRole>, partition: Session['partition'] = 'aws'): Session {
  return {
    partition,
    identity: {
      kind: 'iam-user',
      accountId: '111111111111',
      accountAlias: undefined,
      loginRole: undefined,
      name: 'jo',
    },
    current: current && { accountId: undefined, accountAlias: undefined, roleName: 'Developer', ...current },
    multiSession: undefined,
    signInHost: 'signin.aws.amazon.com',
  } as Session;
}

const pending = (role: PendingEntry['role']): PendingEntry => ({ id: 'a', at: 0, role });

describe('what the next page tells of a switch', () => {
  it.each([
    ['it is in the role', ROLE, session({ accountId: '222222222222' as never }), MINUTE, 'arrived'],
    ['the account has a name only', ROLE, session({ accountAlias: 'payments' }), MINUTE, 'arrived'],
    ['it is in a role of another account', ROLE, session({ accountId: '333333333333' as never }), MINUTE, 'refused'],
    ['it is in no role', ROLE, session(), MINUTE, 'refused'],
    ['it is in no role, after the way back', undefined, session(), MINUTE, 'arrived'],
    ['it is in a role, after the way back', undefined, session({}), MINUTE, 'refused'],
    ['it is long ago', ROLE, session(), 6 * MINUTE, undefined],
    ['the clock was set back', ROLE, session(), -MINUTE, undefined],
  ] as const)('where %s', (_, role, shown, now, expected) => {
    expect(pendingResult(pending(role), shown, now)).toBe(expected);
  });

  it('is asked about what is read back, and of nothing else', () => {
    for (const one of [pending(ROLE), pending(undefined)]) {
      expect(parsePending(JSON.parse(JSON.stringify(one)))).toEqual(one);
    }
    expect(parsePending({ ...pending(ROLE), role: { account: 1 } })).toBeUndefined();
    fc.assert(fc.property(fc.anything(), (data) => void parsePending(data)));
  });
});

describe('the tab for CloudTrail’s record', () => {
  const tabs = [
    { tabId: 1, pageUrl: '', session: session() },
    { tabId: 2, pageUrl: '', session: session({ accountId: '222222222222' as never }) },
    { tabId: 3, pageUrl: '', session: session({ accountAlias: 'payments' }) },
    { tabId: 4, pageUrl: '', session: session({ accountId: '444444444444' as never }, 'aws-cn') },
  ];
  const base = { name: 'p', alias: 'payments', account: { kind: 'id', id: '333333333333' } } as unknown as Base;

  it.each([
    ['of the role’s account', '222222222222', [], 2],
    ['of the sign-in’s account, where that is where the role is', '111111111111', [], 1],
    ['of the account’s alias', 'payments', [], 3],
    ['of the alias that the text knows the number of', '333333333333', [base], 3],
    ['none where the alias may be anybody’s', '333333333333', [], undefined],
    ['none in another partition', '444444444444', [], undefined],
    ['none of an account that is none', '', [], undefined],
  ] as const)('is the one %s', (_, account, bases, expected) => {
    const { partition, to } = entry(0, { to: { label: 'x', account, roleName: 'Developer' } });
    expect(tabInAccount(tabs, { partition, to }, bases)?.tabId).toBe(expected);
  });
});
