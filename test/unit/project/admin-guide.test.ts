import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../../src/core/record.ts';
import { SETTING_VALUES } from '../../../src/core/settings/settings.ts';
import { checkPolicy, POLICY_NAMES } from '../../../src/core/team/policy.ts';

/** Goes down to what stands under the extension's id, and out of the Admin console's `Value`. */
function policyIn(example: unknown): unknown {
  if (!isRecord(example)) return example;
  const inner = ['policies', '3rdparty', 'extensions', 'Extensions', 'EXTENSION_ID', FIREFOX_ID]
    .map((name) => example[name])
    .find(isRecord);
  if (inner) return policyIn(inner);
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, isRecord(value) && 'Value' in value ? value.Value : value]),
  );
}

const FIREFOX_ID = 'hatrack@hatrack-extension.github.io';

describe.each(['docs/admin.md', 'docs/admin.ja.md'])('the administrators’ guide %s', (file) => {
  const guide = readFileSync(file, 'utf8');
  const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => policyIn(JSON.parse(json)));

  it('gives only examples that Hatrack takes whole', () => {
    expect(examples).toHaveLength(4);
    for (const example of examples) {
      const { policy, problems } = checkPolicy(example);
      expect(problems).toEqual([]);
      expect(policy.text).toContain('role_arn');
      expect(policy.settings).toMatchObject({ showOnlyMatchingRoles: true });
    }
  });

  it('tells of every name', () => {
    for (const name of [...POLICY_NAMES, ...Object.keys(SETTING_VALUES).map((setting) => `settings.${setting}`)]) {
      expect(guide).toContain(`| \`${name}\` |`);
    }
  });
});
