import { expect, it } from 'vitest';
import type { AccountId } from '../../../src/core/config/config.ts';
import { baseNames } from '../../../src/core/saved/base-names.ts';

it.each([
  ['both', '111111111111', 'acme', ['acme', '111111111111']],
  ['its number alone', '111111111111', undefined, ['111111111111']],
  ['its alias alone', undefined, 'acme', ['acme']],
  ['neither', undefined, undefined, []],
])('a sign-in whose account tells %s is known by it', (_name, id, accountAlias, expected) => {
  const accountId = id as AccountId | undefined;
  expect(baseNames({ kind: 'iam-user', accountId, accountAlias, loginRole: undefined, name: 'jo' })).toEqual(expected);
});
