import { describe, expect, it } from 'vitest';
import { isToolKey, knownKey } from '../../../src/core/config/keys.ts';
import { nearestKey } from '../../../src/core/config/nearest-key.ts';

describe('knownKey', () => {
  it.each<[string, string | undefined]>([
    ['role_arn', 'role_arn'],
    ['display_name', 'label'],
    ['destination', 'start_url'],
    ['aws_session_token', 'aws_session_token'],
    ['source_', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%s stands for %s', (key, meaning) => {
    expect(knownKey(key)).toBe(meaning);
  });

  it.each(['sso_region', 'cli_pager', 'granted_color', 's3', 'ca_bundle', 'retry_mode', 'max_attempts'])(
    'other tools know %s',
    (key) => {
      expect(isToolKey(key)).toBe(true);
    },
  );
});

describe('nearestKey', () => {
  it.each<[string, string | undefined]>([
    ['source', 'source_profile'],
    ['source_', 'source_profile'],
    ['source_profil', 'source_profile'],
    ['account_id', 'aws_account_id'],
    ['aws_acount_id', 'aws_account_id'],
    ['account', 'aws_account_id'],
    ['alias', 'aws_account_alias'],
    ['colour', 'color'],
    ['rolename', 'role_name'],
    ['role', 'role_arn'],
    ['arn', 'role_arn'],
    ['regions', 'region'],
    ['my_region', 'region'],
    ['tag', 'tags'],
    ['id', undefined],
    ['notes', 'note'],
    ['nickname', undefined],
    ['owner', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%.20s → %s', (key, nearest) => {
    expect(nearestKey(key)).toBe(nearest);
  });

  it('never proposes a credential', () => {
    expect(nearestKey('aws_secret_access_ke')).toBeUndefined();
  });
});
