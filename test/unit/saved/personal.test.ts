import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../../src/core/config/config.ts';
import {
  knowsAll,
  mergePersonal,
  NOTHING_PERSONAL,
  type Personal,
  parsePersonal,
  parsePersonalReplica,
  toPersonalReplica,
  toPortalRoleKey,
  toRoleKey,
  USE_LIMIT,
  withPin,
  withUse,
} from '../../../src/core/saved/personal.ts';

const role = fc.constantFrom('aws:1:A', 'aws:1:B', 'aws-cn:x:team/A', 'aws:__proto__:__proto__');
const action = fc.oneof(
  fc.record({ kind: fc.constant('use' as const), role, base: fc.constantFrom('1', '2'), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('pin' as const), role, isPinned: fc.boolean(), at: fc.nat(20) }),
);
const personal: fc.Arbitrary<Personal> = fc
  .array(action, { maxLength: 12 })
  .map((actions) =>
    actions.reduce(
      (known, done) =>
        done.kind === 'use'
          ? withUse(known, done.base, done.role, done.at)
          : withPin(known, done.role, done.isPinned, done.at),
      NOTHING_PERSONAL,
    ),
  );

describe('what two devices know of roles', () => {
  it('joins to the same in any order, in any grouping, and however often', () => {
    fc.assert(
      fc.property(personal, personal, personal, (a, b, c) => {
        expect(JSON.stringify(mergePersonal(a, b))).toBe(JSON.stringify(mergePersonal(b, a)));
        expect(JSON.stringify(mergePersonal(mergePersonal(a, b), c))).toBe(
          JSON.stringify(mergePersonal(a, mergePersonal(b, c))),
        );
        expect(JSON.stringify(mergePersonal(mergePersonal(a, b), b))).toBe(JSON.stringify(mergePersonal(a, b)));
        expect(knowsAll(mergePersonal(a, b), a)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back from storage, and from another device, as it was', () => {
    fc.assert(
      fc.property(personal, (known) => {
        expect(parsePersonal(JSON.parse(JSON.stringify(known)))).toEqual(known);
        expect(parsePersonalReplica(JSON.parse(JSON.stringify(toPersonalReplica(known, {})))).personal).toEqual(known);
      }),
    );
  });

  it('is read from anything without an error, and never with more than its limits', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parsePersonalReplica(value).personal.uses.length).toBeLessThanOrEqual(USE_LIMIT);
        parsePersonal(value);
      }),
    );
  });

  it('keeps the last uses only', () => {
    let known = NOTHING_PERSONAL;
    for (let at = 1; at <= USE_LIMIT + 5; at++) known = withUse(known, '1', toRoleKey('aws', '1', `R${at}`), at);
    expect(known.uses).toHaveLength(USE_LIMIT);
    expect(known.uses[0]).toEqual({ base: '1', role: `aws:1:R${USE_LIMIT + 5}`, at: USE_LIMIT + 5, count: 1 });
  });

  it('lets the later word count, also after the clock was set back', () => {
    const pinned = withPin(NOTHING_PERSONAL, 'aws:1:A', true, 1_000);
    const taken = withPin(pinned, 'aws:1:A', false, 5);
    expect(mergePersonal(pinned, taken).pins['aws:1:A']?.isPinned).toBe(false);
  });
});

it.each<[string, Parameters<typeof toPortalRoleKey>[0], string]>([
  [
    'of its portal’s partition',
    { partition: 'aws-cn', account: '111111111111' as AccountId, permissionSet: 'Power_User' },
    'aws-cn:111111111111:AWSReservedSSO_Power_User',
  ],
  [
    'of a portal that tells none',
    { partition: undefined, account: '111111111111' as AccountId, permissionSet: 'Power_User' },
    'aws:111111111111:AWSReservedSSO_Power_User',
  ],
])('a permission set has a key that no ordinary role has, and that is kept: %s', (_, target, key) => {
  expect(toPortalRoleKey(target)).toBe(key);
  const personal = withUse(NOTHING_PERSONAL, '111111111111', toPortalRoleKey(target), 1);
  expect(parsePersonal(personal)).toEqual(personal);
});
