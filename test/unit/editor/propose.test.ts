import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { isToolKey, knownKey, PROPOSABLE_KEYS } from '../../../src/core/config/keys.ts';
import { PARTITIONS } from '../../../src/core/console/partition.ts';
import { REGIONS } from '../../../src/core/console/regions.ts';
import { KEY_SENTENCES } from '../../../src/options/editor/key-sentences.ts';
import { propose, type Surroundings } from '../../../src/options/editor/propose.ts';
import { sectionNames } from '../../../src/options/editor/section-names.ts';

const doc = Text.of(
  `[profile jump]
[other]
[sso-session corp]
[services s]
[payments]
source_profile = other, jump
[data]
source_profile = other`.split('\n'),
);

const around: Surroundings = {
  names: () => sectionNames(doc),
  section: () => ({ name: 'payments', keys: new Set(['role_arn']) }),
};

function texts(before: string): string[] | undefined {
  return propose(before, around)?.list.map(({ text }) => text);
}

describe('proposals', () => {
  it('at the start of a line are the keys that the section lacks', () => {
    expect(texts('')).toContain('source_profile');
    expect(texts('  sou')).toContain('source_profile');
    expect(texts('sou')).not.toContain('role_arn');
    expect(propose('  sou', around)?.from).toBe(2);
  });

  it('for source_profile are the profiles, those named most first, without the section itself', () => {
    expect(texts('source_profile = ')).toEqual(['other', 'jump', 'data']);
    expect(propose('source_profile = ot', around)?.from).toBe(17);
  });

  it('go on behind each comma, without what stands there already', () => {
    expect(texts('source_profile = other, ')).toEqual(['jump', 'data']);
    expect(propose('source_profile = other, ju', around)?.from).toBe(24);
    expect(propose('source_profile=other,ju', around)?.from).toBe(21);
  });

  it.each([
    ['region = eu', 'eu-central-1'],
    ['target_region:', 'us-gov-west-1'],
    ['color = dark', 'darkblue'],
    ['confirm = ', 'true'],
    ['hidden = ', 'false'],
    ['env = ', 'production'],
    ['sso_session = ', 'corp'],
    ['container_color = ', 'turquoise'],
  ])('behind %s have %s', (before, expected) => {
    expect(texts(before)).toContain(expected);
  });

  it.each(['# re', '[re', 'region = eu-west-1 # eu', 'label = ', 'two words'])('behind %j are none', (before) => {
    expect(texts(before)).toBeUndefined();
  });

  it('for keys are of keys that Hatrack knows, and of all that are worth proposing', () => {
    for (const key of Object.keys(KEY_SENTENCES)) expect(knownKey(key) === key || isToolKey(key), key).toBe(true);
    // Of two names for one thing, only the first.
    const missing = PROPOSABLE_KEYS.filter((key) => knownKey(key) === key && !(key in KEY_SENTENCES));
    expect(missing).toEqual([]);
  });
});

describe('the regions', () => {
  it.each(Object.values(PARTITIONS))(
    'of $id have the form of its regions, with its default among them',
    (partition) => {
      const codes = REGIONS[partition.id].map(({ code }) => code);
      for (const code of codes) expect(code).toMatch(partition.regionPattern);
      expect(codes).toContain(partition.defaultRegion);
      expect(new Set(codes).size).toBe(codes.length);
    },
  );
});
