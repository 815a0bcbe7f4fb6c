import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { withAsking } from '../../../src/core/team/asking-sender.ts';
import { compareRoles } from '../../../src/core/team/compare-roles.ts';
import { parseTeam } from '../../../src/core/team/parse-team.ts';
import { parsePolicy } from '../../../src/core/team/policy.ts';
import { parseRequestHeader } from '../../../src/core/team/request-header.ts';
import { readTeamFields } from '../../../src/core/team/team-fields.ts';
import { newSource, sourceId, type Team, type TeamSource } from '../../../src/core/team/team-source.ts';
import { changeSource, currentSources, withoutStale, withSource } from '../../../src/core/team/team-sources.ts';
import { parseTeamUrl } from '../../../src/core/team/team-url.ts';

const NOW = 1_800_000_000_000;
const URL_A = 'https://a.example/team.ini';
const URL_B = 'https://b.example/team.ini';
const SENDER = 'a'.repeat(32);
const PIN = 'c'.repeat(64);

const ofUrl = (url: string, options: Partial<TeamSource> = {}) => newSource({ kind: 'url', url }, options);
const team = (...sources: TeamSource[]): Team => ({ sources, asking: undefined });
const ids = (sources: readonly TeamSource[]) => sources.map(sourceId);

describe('the sources that count', () => {
  it('are the policy’s, then the user’s', () => {
    const policy = parsePolicy({ teamUrl: URL_B, allowedSenders: [SENDER] });
    expect(ids(currentSources(policy, team(ofUrl(URL_A), ofUrl(URL_B))))).toEqual([
      `url:${URL_B}`,
      `sender:${SENDER}`,
      `url:${URL_A}`,
    ]);
  });

  it.each<[string, object, Partial<TeamSource>, Partial<TeamSource>]>([
    ['the policy’s mode wins', { teamUpdate: 'automatic' }, { update: 'ask' }, { update: 'automatic' }],
    ['the user’s stays where it leaves the choice', {}, { update: 'automatic' }, { update: 'automatic' }],
    ['its pin wins', { teamSha256: PIN }, { sha256: 'd'.repeat(64) }, { sha256: PIN }],
    [
      'a header of the user’s is still sent',
      {},
      { header: { name: 'X', value: 'y' } },
      { header: { name: 'X', value: 'y' } },
    ],
  ])('%s', (_name, set, stored, expected) => {
    const [first] = currentSources(parsePolicy({ teamUrl: URL_A, ...set }), team(ofUrl(URL_A, stored)));
    expect(first).toMatchObject({ ...expected, addedBy: 'policy' });
  });

  it('are the user’s own again when the policy is gone', () => {
    const policy = parsePolicy({ teamUrl: URL_A, teamSha256: PIN, teamUpdate: 'automatic', allowedSenders: [SENDER] });
    let changed = changeSource(policy, team(ofUrl(URL_A)), `url:${URL_A}`, (source) => ({ ...source, checkedAt: NOW }));
    changed = changeSource(policy, changed, `sender:${SENDER}`, (source) => ({ ...source, checkedAt: NOW }));
    expect(changed.sources).toMatchObject([
      { addedBy: 'user', sha256: undefined, update: 'ask', checkedAt: NOW },
      { addedBy: 'policy', checkedAt: NOW },
    ]);
    expect(ids(currentSources(parsePolicy(undefined), changed))).toEqual([`url:${URL_A}`]);
    // A policy that comes back within days finds its text.
    expect(withoutStale(parsePolicy(undefined), changed, NOW)).toBe(changed);
    expect(ids(withoutStale(parsePolicy(undefined), changed, NOW + 8 * 24 * 3_600_000).sources)).toEqual([
      `url:${URL_A}`,
    ]);
  });

  it('change by id, and never by one that nobody has', () => {
    const before = team(ofUrl(URL_A));
    expect(changeSource(parsePolicy(undefined), before, `url:${URL_B}`, () => ofUrl(URL_B))).toBe(before);
    const used = ofUrl(URL_A, { checkedAt: NOW });
    expect(withSource(team(used), ofUrl(URL_A)).sources).toEqual([used]);
    expect(withSource(team(ofUrl(URL_A, { addedBy: 'policy' })), ofUrl(URL_A)).sources).toEqual([ofUrl(URL_A)]);
  });
});

describe('what is stored', () => {
  const full = ofUrl(URL_A, {
    header: { name: 'Authorization', value: 'token x' },
    sha256: PIN,
    used: { packed: 'x', checksum: 'y', usable: 1, secrets: 0, at: NOW },
    validators: { etag: '"1"', lastModified: undefined, sha256: PIN },
    failure: { code: 'missing', detail: '404' },
  });
  it('comes back as it was', () => {
    const stored = {
      ...team(full, newSource({ kind: 'sender', extensionId: SENDER })),
      asking: { extensionId: 'x@y.z', at: NOW, isDismissed: true },
    };
    expect(parseTeam(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it.each<[string, unknown, unknown]>([
    ['nothing', undefined, { sources: [], asking: undefined }],
    [
      'a source without an address',
      { sources: [{ from: { kind: 'url' } }, null, 3] },
      { sources: [], asking: undefined },
    ],
    [
      'an address that is not https',
      { sources: [{ from: { kind: 'url', url: 'http://a.example/' } }] },
      { sources: [], asking: undefined },
    ],
    [
      'an address with a password',
      { sources: [{ from: { kind: 'url', url: 'https://a:b@a.example/' } }] },
      { sources: [], asking: undefined },
    ],
    ['twice the same', { sources: [full, full] }, team(full)],
    ['a pin that is none', { sources: [{ ...full, sha256: 3 }] }, team({ ...full, sha256: '' })],
    [
      'a header that no request can hold',
      { sources: [{ ...full, header: { name: 'X', value: 'a\r\nb' } }] },
      team({ ...full, header: undefined }),
    ],
    [
      'a mode that is none',
      { sources: [{ ...full, update: 'always', interval: 1 }] },
      team({ ...full, update: 'ask', interval: 60 }),
    ],
    ['an asking extension that is none', { asking: { extensionId: '<b>', at: 1 } }, { sources: [], asking: undefined }],
  ])('with %s', (_name, data, expected) => {
    expect(parseTeam(data)).toEqual(expected);
  });

  it('is read whatever it is, and reading it again changes nothing', () => {
    const from = fc.oneof(
      fc.constant({ kind: 'url', url: URL_A }),
      fc.constant({ kind: 'sender', extensionId: SENDER }),
      fc.anything(),
    );
    const source = fc.oneof(
      fc.record({ from, sha256: fc.anything(), used: fc.anything(), header: fc.anything(), failure: fc.anything() }),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.oneof(fc.record({ sources: fc.array(source), asking: fc.anything() }), fc.anything()), (data) => {
        const read = parseTeam(data);
        expect(parseTeam(read)).toEqual(read);
      }),
    );
  });

  it('is bounded', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ofUrl(`https://h${index}.example/`));
    expect(parseTeam({ sources: many }).sources).toHaveLength(200);
    const huge = { packed: 'x'.repeat(11 * 1024 * 1024), checksum: 'y', usable: 1, secrets: 0, at: 1 };
    expect(parseTeam({ sources: [{ ...full, used: huge }] }).sources[0]?.used).toBeUndefined();
  });
});

describe('what the user enters', () => {
  it.each<[string, string | undefined]>([
    ['https://a.example/team.ini', 'https://a.example/team.ini'],
    ['  https://A.example:8443/x?y=1#part ', 'https://a.example:8443/x?y=1'],
    ['http://a.example/', undefined],
    ['file:///etc/passwd', undefined],
    ['javascript:alert(1)', undefined],
    ['https://jo:secret@a.example/', undefined],
    ['https://jo@a.example/', undefined],
    ['a.example/team.ini', undefined],
    ['', undefined],
    [`https://a.example/${'x'.repeat(2048)}`, undefined],
  ])('as an address: %s', (typed, expected) => {
    expect(parseTeamUrl(typed).url).toBe(expected);
  });

  it.each<[string, string, boolean | 'none']>([
    ['Authorization', 'token abc', true],
    ['PRIVATE-TOKEN', ' abc ', true],
    ['', '', 'none'],
    ['X', '', false],
    ['', 'x', false],
    ['X Y', 'z', false],
    ['X:', 'z', false],
    ['X', 'a\r\nEvil: 1', false],
    ['X', 'ü', false],
    ['Cookie', 'a=b', false],
    ['cookie2', 'a=b', false],
    ['Host', 'evil.example', false],
    ['Origin', 'https://evil.example', false],
    ['Referer', 'x', false],
    ['Proxy-Authorization', 'x', false],
    ['Sec-Fetch-Site', 'x', false],
    ['If-None-Match', '"1"', false],
    ['Range', 'bytes=0-1', false],
    ['Content-Type', 'x', false],
    ['Set-Cookie', 'x', false],
  ])('as a header: %s %s', (name, value, expected) => {
    const { header, problem } = parseRequestHeader(name, value);
    expect(problem === undefined).toBe(expected !== false);
    expect(header).toEqual(expected === true ? { name, value: value.trim() } : undefined);
  });

  it.each<[string, object, string | undefined]>([
    ['all in order', {}, undefined],
    ['a pin in capitals', { sha256: ` ${'AB'.repeat(32)} ` }, undefined],
    ['a pin that is too short', { sha256: 'abc' }, 'teamBadPin'],
    ['an address that is there', { url: URL_B }, 'teamUrlKnown'],
    ['no address', { url: 'x' }, 'teamUrlNotHttps'],
    ['a header without a value', { headerName: 'X' }, 'teamHeaderValue'],
  ])('with %s', (_name, typed, problem) => {
    const fields = { url: URL_A, headerName: '', headerValue: '', sha256: '', update: 'ask', ...typed } as const;
    expect(readTeamFields(fields, [ofUrl(URL_B)])).toMatchObject(problem === undefined ? { url: URL_A } : { problem });
  });

  it('is no more than 20 sources', () => {
    const many = Array.from({ length: 20 }, (_, index) => ofUrl(`https://h${index}.example/`));
    const fields = { url: URL_A, headerName: '', headerValue: '', sha256: '', update: 'ask' } as const;
    expect(readTeamFields(fields, many)).toEqual({ problem: 'teamTooMany' });
  });
});

describe('what becomes of the roles', () => {
  const role = (name: string, account = '1', more = '') =>
    `[${name}]\nrole_arn = arn:aws:iam::${account.repeat(12)}:role/R\n${more}\n`;
  it.each<[string, string, string, string[], string[], string[]]>([
    ['a first text', '', role('a') + role('b'), ['a', 'b'], [], []],
    ['nothing', role('a'), role('a'), [], [], []],
    ['moved', role('a') + role('b'), role('b') + role('a'), [], [], []],
    ['another account under the same name', role('a'), role('a', '2'), [], ['a'], []],
    ['another colour', role('a'), role('a', '1', 'color = red'), [], ['a'], []],
    ['another base', role('a'), role('a', '1', 'source_profile = x'), [], ['a'], []],
    ['all at once', role('a') + role('b'), role('b', '3') + role('c'), ['c'], ['b'], ['a']],
    ['a comment', role('a'), `# note\n${role('a')}`, [], [], []],
  ])('%s', (_name, before, after, added, changed, removed) => {
    expect(compareRoles(readConfig(before), readConfig(after))).toEqual({ added, changed, removed });
  });
});

describe('an extension that is not allowed', () => {
  const asking = { extensionId: SENDER, at: NOW, isDismissed: false };
  const other = 'sender@example.test';
  it.each<[string, Team['asking'], string, number, string | undefined]>([
    ['is noted', undefined, SENDER, NOW, SENDER],
    ['is noted once', asking, SENDER, NOW + 1e9, SENDER],
    ['does not push out another at once', asking, other, NOW + 1000, SENDER],
    ['does so later', asking, other, NOW + 60_000, other],
    ['is not noted by what is no id', undefined, '<img src=x>', NOW, undefined],
  ])('%s', (_name, before, extensionId, now, expected) => {
    expect(withAsking({ sources: [], asking: before }, extensionId, now).asking?.extensionId).toBe(expected);
  });

  it('stays dismissed', () => {
    const before: Team = { sources: [], asking: { ...asking, isDismissed: true } };
    expect(withAsking(before, SENDER, NOW + 1e9)).toBe(before);
  });
});
