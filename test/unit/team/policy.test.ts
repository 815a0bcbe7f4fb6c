import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveSettings, isLocked } from '../../../src/core/settings/effective-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';
import { parseExtensionId } from '../../../src/core/team/extension-id.ts';
import { checkPolicy, POLICY_NAMES, POLICY_TEXT_LIMIT, parsePolicy } from '../../../src/core/team/policy.ts';
import { policyLayers } from '../../../src/core/team/policy-layers.ts';

const NOTHING = {
  text: '',
  teamUrl: undefined,
  teamSha256: undefined,
  teamUpdate: undefined,
  allowedSenders: [],
  settings: {},
};
const DIGITS = '0123456789abcdef'.repeat(4);
const CHROMIUM_ID = 'abcdefghijklmnopabcdefghijklmnop';
const URL_ = 'https://config.example/team.ini?version=3';

describe('a policy', () => {
  it.each<[string, object, object]>([
    ['nothing', {}, {}],
    ['a text', { configuration: '[a]\n' }, { text: '[a]\n' }],
    ['a URL', { teamUrl: URL_ }, { teamUrl: URL_ }],
    [
      'a pin, in any case and with blanks around',
      { teamUrl: URL_, teamSha256: ` ${DIGITS.toUpperCase()}\n` },
      { teamUrl: URL_, teamSha256: DIGITS },
    ],
    ['asking', { teamUpdate: 'ask' }, { teamUpdate: 'ask' }],
    ['not asking', { teamUpdate: 'automatic' }, { teamUpdate: 'automatic' }],
    [
      'senders, each once',
      { allowedSenders: [CHROMIUM_ID, 'a@b.example', CHROMIUM_ID] },
      { allowedSenders: [CHROMIUM_ID, 'a@b.example'] },
    ],
    [
      'locked settings',
      { settings: { showOnlyMatchingRoles: false, sync: true, landing: 'home', openSessionIn: 'this-tab' } },
      { settings: { showOnlyMatchingRoles: false, sync: true, landing: 'home', openSessionIn: 'this-tab' } },
    ],
  ])('can hold %s', (_name, input, expected) => {
    expect(checkPolicy(input)).toEqual({
      policy: { ...NOTHING, ...expected },
      problems: [],
      isPresent: Object.keys(input).length > 0,
    });
  });

  it.each<[string, unknown, object, string, string, (string | number)[]?]>([
    ['that is no object', [1], {}, '', 'not-an-object'],
    ['that is null', null, {}, '', 'not-an-object'],
    ['with a name that nobody knows', { teamURL: URL_ }, {}, 'teamURL', 'unknown-name'],
    ['whose text is a list', { configuration: ['[a]'] }, {}, 'configuration', 'not-text'],
    [
      'whose text is too large',
      { configuration: ' '.repeat(POLICY_TEXT_LIMIT + 1) },
      {},
      'configuration',
      'text-too-large',
      [POLICY_TEXT_LIMIT],
    ],
    [
      'with credentials in its text',
      { configuration: '[a]\naws_secret_access_key = x\nregion = eu-west-1\n' },
      { text: '[a]\nregion = eu-west-1\n' },
      'configuration',
      'secrets-removed',
      [1],
    ],
    ['with an http: URL', { teamUrl: 'http://config.example/' }, {}, 'teamUrl', 'not-https-url'],
    ['with a script for a URL', { teamUrl: 'javascript:alert(1)' }, {}, 'teamUrl', 'not-https-url'],
    ['with a URL of no host', { teamUrl: 'https://' }, {}, 'teamUrl', 'not-https-url'],
    ['with a URL without end', { teamUrl: `https://a.example/${'a'.repeat(2048)}` }, {}, 'teamUrl', 'not-https-url'],
    ['with a password in its URL', { teamUrl: 'https://jo:pw@config.example/' }, {}, 'teamUrl', 'url-with-credentials'],
    ['with a user name in its URL', { teamUrl: 'https://jo@config.example/' }, {}, 'teamUrl', 'url-with-credentials'],
    [
      'whose pin can’t be read, so that its URL is not used without it',
      { teamUrl: URL_, teamSha256: DIGITS.slice(1) },
      {},
      'teamSha256',
      'not-sha256',
    ],
    ['with a pin for no URL', { teamSha256: DIGITS }, {}, 'teamSha256', 'pin-without-url'],
    ['with another word for how to update', { teamUpdate: 'Ask' }, {}, 'teamUpdate', 'not-ask-or-automatic'],
    ['whose senders are no list', { allowedSenders: CHROMIUM_ID }, {}, 'allowedSenders', 'not-a-list'],
    [
      'with a sender that is no id',
      { allowedSenders: ['*', CHROMIUM_ID] },
      { allowedSenders: [CHROMIUM_ID] },
      'allowedSenders',
      'not-extension-id',
      ['*'],
    ],
    [
      'with more senders than anybody has',
      { allowedSenders: [...Array(101).keys()].map((index) => `${index}@a.example`) },
      { allowedSenders: [...Array(100).keys()].map((index) => `${index}@a.example`) },
      'allowedSenders',
      'too-many-senders',
      [100],
    ],
    ['whose settings are no object', { settings: true }, {}, 'settings', 'settings-not-an-object'],
    ['with an unknown setting', { settings: { colour: true } }, {}, 'settings.colour', 'unknown-setting'],
    ['with a setting of an object’s own', { settings: { toString: true } }, {}, 'settings.toString', 'unknown-setting'],
    [
      'with a setting that is neither on nor off',
      { settings: { showOnlyMatchingRoles: 'true' } },
      {},
      'settings.showOnlyMatchingRoles',
      'not-boolean',
    ],
    [
      'with a setting that is none of its words',
      { settings: { landing: 'Home', sync: true } },
      { settings: { sync: true } },
      'settings.landing',
      'not-a-choice',
      ['service, same-page, home'],
    ],
  ])('%s is used without that, and says so', (_name, input, expected, name, code, values = []) => {
    expect(checkPolicy(input)).toEqual({
      policy: { ...NOTHING, ...expected },
      problems: [{ name, code, values }],
      isPresent: true,
    });
  });

  it('that is not there is none', () => {
    expect(checkPolicy(undefined)).toEqual({ policy: NOTHING, problems: [], isPresent: false });
  });

  it('is read whatever it is, keeps its promises, and reads the same again', () => {
    const values = fc.anything({ withNullPrototype: true, withBigInt: true });
    const policies = fc.record(Object.fromEntries(POLICY_NAMES.map((name) => [name, values])), { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(policies, values), (input) => {
        const { policy, problems } = checkPolicy(input);
        expect(policy.teamUrl ?? 'https://').toMatch(/^https:\/\//);
        expect(policy.allowedSenders.every((id) => parseExtensionId(id) === id)).toBe(true);
        expect(problems.length).toBeLessThanOrEqual(50);
        const { text: configuration, ...rest } = policy;
        expect(parsePolicy({ configuration, ...rest })).toEqual(policy);
      }),
    );
  });
});

describe('an extension’s id', () => {
  it.each<[string, boolean]>([
    [CHROMIUM_ID, true],
    [CHROMIUM_ID.toUpperCase(), false],
    [CHROMIUM_ID.slice(1), false],
    [`${CHROMIUM_ID.slice(1)}q`, false],
    ['{01234567-89ab-cdef-0123-456789ABCDEF}', true],
    ['01234567-89ab-cdef-0123-456789abcdef', false],
    ['sender@example.com', true],
    ['@example', true],
    ['sender', false],
    ['a@b@c', false],
    ['a b@c', false],
    [`${'a'.repeat(78)}@b`, true],
    [`${'a'.repeat(79)}@b`, false],
    ['', false],
  ])('%j: %s', (input, isId) => {
    expect(parseExtensionId(input)).toBe(isId ? input : undefined);
  });
});

describe('what the organisation locks', () => {
  const locked = parsePolicy({ settings: { showOnlyMatchingRoles: true } });

  it('counts over the user’s own, and nothing else changes', () => {
    expect(effectiveSettings(DEFAULT_SETTINGS, locked)).toEqual({ ...DEFAULT_SETTINGS, showOnlyMatchingRoles: true });
    expect(effectiveSettings(DEFAULT_SETTINGS, parsePolicy({}))).toEqual(DEFAULT_SETTINGS);
  });

  it('is what it names, even where the value is the user’s own', () => {
    expect(isLocked('showOnlyMatchingRoles', locked)).toBe(true);
    expect(isLocked('showOnlyMatchingRoles', parsePolicy({ settings: { showOnlyMatchingRoles: false } }))).toBe(true);
    expect(isLocked('showOnlyMatchingRoles', parsePolicy({}))).toBe(false);
  });
});

describe('a policy’s text', () => {
  it('is a layer, unless it says nothing', () => {
    expect(policyLayers(parsePolicy({ configuration: '[a]' }))).toEqual([{ origin: { kind: 'policy' }, text: '[a]' }]);
    expect(policyLayers(parsePolicy({ configuration: ' \n' }))).toEqual([]);
    expect(policyLayers(parsePolicy(undefined))).toEqual([]);
  });
});
