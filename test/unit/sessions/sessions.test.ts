import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { parseDifferentiator } from '../../../src/core/console/differentiator.ts';
import { PARTITIONS } from '../../../src/core/console/partition.ts';
import { compareRole } from '../../../src/core/sessions/compare-role.ts';
import { endedSessions, openSessions, sessionName } from '../../../src/core/sessions/open-session.ts';
import { pageInSession } from '../../../src/core/sessions/page-in-session.ts';
import { sessionMark, toSessionList } from '../../../src/core/sessions/session-list.ts';
import { planSession, signInOf } from '../../../src/core/sessions/session-plan.ts';
import { signOutUrl } from '../../../src/core/sessions/sign-out-url.ts';
import { sessionOf, signIn, switched } from './session-of.ts';

const config = readConfig(`
[jump]
aws_account_id = 111111111111
[admin]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = jump
[by-alias]
aws_account_id = payments-prod
role_name = Admin
`);
const { bases } = config;
const [admin, byAlias] = config.roles;
if (!admin || !byAlias) throw new Error('The text has two roles.');

const base = signIn();
const inAdmin = switched('222222222222', 'Admin');
const inReader = switched('222222222222', 'Reader', '222222222222-read');
const elsewhere = switched('333333333333', 'Admin');
const shownByAlias = sessionOf({
  arn: '',
  info: {
    loginDisplayNameUser: 'jo',
    loginDisplayNameAccount: '1111-1111-1111',
    roleDisplayNameUser: 'Admin',
    roleDisplayNameAccount: 'payments-prod',
  },
});
const five = [base, inReader, elsewhere, signIn('444444444444-four'), signIn('555555555555-five')];

describe('a differentiator', () => {
  it.each([
    ['111111111111-abcd1234', true],
    ['111111111111-a-b', true],
    ['11111111111-abcd', false],
    ['111111111111-', false],
    ['111111111111-ABCD', false],
    ['111111111111-ab/../cd', false],
    ['111111111111-ab.evil', false],
    [`111111111111-${'a'.repeat(51)}`, false],
    [7, false],
    [undefined, false],
  ])('%s: %s', (value, isOne) => {
    expect(parseDifferentiator(value)).toBe(isOne ? value : undefined);
  });
});

describe('a session is in a role', () => {
  it.each([
    ['that it was switched to, whatever the path', admin, inAdmin.session, 'same'],
    ['and in no other of its account', admin, inReader.session, 'other'],
    ['and in none of the same name elsewhere', admin, elsewhere.session, 'other'],
    ['and in none where somebody signed in as a user', admin, base.session, 'other'],
    [
      'that it was signed in with',
      admin,
      sessionOf({ arn: 'arn:aws:sts::222222222222:assumed-role/Admin/jo' }),
      'same',
    ],
    [
      'but not by a permission set of that name',
      admin,
      sessionOf({ arn: 'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jo' }),
      'other',
    ],
    ['and in none that the text has by an alias which the page does not show', byAlias, inAdmin.session, 'other'],
    ['perhaps, where the page tells an alias alone', admin, shownByAlias, 'unknown'],
  ])('%s', (_name, role, session, expected) => {
    expect(compareRole(role, session, bases)).toBe(expected);
  });
});

describe('the open sessions', () => {
  const tab = (tabId: number, session = base.session) => ({ tabId, pageUrl: `https://x.example/${tabId}`, session });
  it('are those of the partition, each once with all of its tabs', () => {
    const gov = sessionOf({ label: '777777777777-gov', partition: 'console.amazonaws-us-gov.com' });
    const tabs = [tab(3), tab(1, inAdmin.session), tab(2), tab(4, sessionOf()), tab(5, gov)];
    const found = openSessions(tabs, 'aws', () => false);
    expect(found.map(({ differentiator, tabs }) => [differentiator, tabs.map(({ tabId }) => tabId)])).toEqual([
      ['111111111111-base', [3, 2]],
      ['222222222222-role', [1]],
    ]);
  });
  it('are without those that have ended', () => {
    expect(openSessions([tab(1), tab(2, inAdmin.session)], 'aws', (one) => one === '111111111111-base')).toHaveLength(
      1,
    );
  });
  it.each([
    ['was seen to end', ['222222222222-x'], [], true],
    ['has lost its marker', [], ['111111111111-base', '333333333333-y'], true],
    ['has its marker', [], ['111111111111-base', '222222222222-x'], false],
    ['may have one that pages can’t see', [], [], false],
    ['may have one, since even the page’s own is missing', [], ['333333333333-y'], false],
  ])('has ended or not: one that %s', (_name, seen, markers, expected) => {
    expect(endedSessions(seen, markers, '111111111111-base')('222222222222-x')).toBe(expected);
  });
  it.each([
    [base, 'jo'],
    [inAdmin, 'Admin'],
  ])('have names', ({ session }, name) => {
    expect(sessionName(session)).toBe(name);
  });
});

describe('a role in multi-session', () => {
  const may = (...open: readonly { differentiator: string }[]) => ({
    isOffered: ({ differentiator }: { differentiator: string }) =>
      open.some((one) => one.differentiator === differentiator),
  });
  const mine = base.differentiator;
  const cases: [string, Partial<Parameters<typeof planSession>[0]>, object][] = [
    ['is asked for by the tab', {}, { kind: 'ask' }],
    ['is asked for by the tab where no session is known at all', { sessions: [] }, { kind: 'withheld' }],
    ['is shown where it is open', { sessions: [base, inAdmin] }, { kind: 'show', open: inAdmin }],
    [
      'is shown also where the tab may not ask',
      { sessions: [elsewhere, inAdmin], mine: elsewhere.differentiator, ...may() },
      { kind: 'show', open: inAdmin },
    ],
    [
      'is asked for through a session that may',
      { sessions: [inReader, base], mine: inReader.differentiator },
      { kind: 'ask-through', open: base },
    ],
    [
      'is asked for through a sign-in rather than through a role',
      { sessions: [inReader, elsewhere, base], mine: inReader.differentiator, ...may(elsewhere, base) },
      { kind: 'ask-through', open: base },
    ],
    [
      'is asked for through a role where no sign-in may',
      { sessions: [inReader, base, elsewhere], mine: inReader.differentiator, ...may(elsewhere) },
      { kind: 'ask-through', open: elsewhere },
    ],
    [
      'is withheld where no session may',
      { sessions: [inReader, base], mine: inReader.differentiator, ...may() },
      { kind: 'withheld' },
    ],
    ['waits where five are open', { sessions: five }, { kind: 'limit' }],
    ['is asked for by whoever insists', { sessions: five, despiteLimit: true }, { kind: 'ask' }],
    ['is shown although five are open', { sessions: [...five.slice(0, 4), inAdmin] }, { kind: 'show', open: inAdmin }],
  ];
  it.each(cases)('%s', (_name, choice, expected) => {
    const plain = { role: admin, bases, sessions: [base], mine, ...may(base), despiteLimit: false };
    expect(planSession({ ...plain, ...choice })).toEqual(expected);
  });

  it.each([
    ['marked as open', [base, inAdmin], true, { kind: 'open' }],
    ['marked with whose session takes it', [base], false, { kind: 'through', name: 'jo' }],
    ['not marked where the list’s own may take it', [base], true, undefined],
    ['not marked where nobody may take it', [inReader], false, undefined],
  ] as const)('%s', (_name, others, isOfferedHere, expected) => {
    expect(sessionMark(admin, others, bases, isOfferedHere, may(base).isOffered)).toEqual(expected);
  });

  it('is named in the list of sessions as the text names it', () => {
    const { rows, limit } = toSessionList([base, inAdmin, inReader], mine, config.roles, bases);
    expect(limit).toBe(5);
    expect(rows.map(({ name, account, isSignIn, isMine }) => [name, account, isSignIn, isMine])).toEqual([
      ['jo', '111111111111', true, true],
      ['admin', '222222222222', false, false],
      ['Reader', '222222222222', false, false],
    ]);
  });
});

describe('the way back', () => {
  const other = signIn('444444444444-four');
  const openerOf = (open: typeof base) => open.tabs[0]?.tabId;
  it.each([
    ['leads to the sign-in', [inAdmin, base], undefined, base],
    ['leads to the sign-in that the tab was opened from', [inAdmin, base, other], openerOf(other), other],
    ['leads past a role that the tab was opened from', [inAdmin, inReader, base], openerOf(inReader), base],
    ['is gone where only roles are open', [inAdmin, inReader], openerOf(inReader), undefined],
  ])('%s', (_name, sessions, opener, expected) => {
    expect(signInOf(sessions, inAdmin.differentiator, opener)).toBe(expected);
  });
});

describe('a page in a session', () => {
  const label = '222222222222-abcd';
  it.each([
    ['https://eu-west-1.console.aws.amazon.com/s3/home', `https://${label}.eu-west-1.console.aws.amazon.com/s3/home`],
    [
      'https://console.aws.amazon.com/s3/home?region=ap-northeast-1#x',
      `https://${label}.ap-northeast-1.console.aws.amazon.com/s3/home?region=ap-northeast-1#x`,
    ],
    [
      'https://console.aws.amazon.com/s3/home?region=x.evil',
      `https://${label}.us-east-1.console.aws.amazon.com/s3/home?region=x.evil`,
    ],
    ['https://lightsail.aws.amazon.com/ls/webapp', undefined],
    ['https://evil.example/s3/home', undefined],
  ])('%s', (page, expected) => {
    expect(pageInSession(page, label, PARTITIONS.aws)).toBe(expected);
  });
});

describe('signing out', () => {
  it('names one session', () => {
    expect(signOutUrl(inAdmin)).toBe('https://signin.aws.amazon.com/sessions/222222222222-role/v1/logout');
  });
  it('needs a sign-in host of AWS', () => {
    expect(signOutUrl({ ...inAdmin, session: { ...inAdmin.session, signInHost: undefined } })).toBeUndefined();
  });
});
