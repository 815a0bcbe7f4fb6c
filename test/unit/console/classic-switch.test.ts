import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REFUSED_TEXT } from '../../console/sign-in-pages.ts';
import { type SignInOptions, type StandIn, startConsole } from '../../console/stand-in.ts';
import { Client, type Reply, readPage, switchFields } from './client.ts';

const SWITCH = 'https://signin.aws.amazon.com/switchrole';

let standIn: StandIn;
let client: Client;

beforeAll(async () => {
  standIn = await startConsole();
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.clear();
  client = new Client(standIn);
});

async function signIn(options: SignInOptions = {}): Promise<Reply> {
  return client.open(standIn.signInUrl(options));
}

describe('a switch that is allowed', () => {
  test('leads to redirect_uri and makes the session the role’s', async () => {
    const page = await signIn({ to: 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#/buckets' });
    const target = 'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#/buckets';
    const fields = switchFields(page, { roleName: 'team/platform/Admin', redirect_uri: encodeURIComponent(target) });
    const reply = await client.postForm(SWITCH, fields);
    expect([reply.status, reply.headers.location]).toEqual([302, target]);

    const { meta, accountInfo } = readPage(await client.open(target));
    expect(meta).toMatchObject({
      accountId: '222222222222',
      accountAlias: 'payments-prod',
      sessionARN: 'arn:aws:sts::222222222222:assumed-role/Admin/jo',
    });
    expect(accountInfo).toEqual({
      loginDisplayNameUser: 'jo',
      loginDisplayNameAccount: 'hatrack-jump',
      roleDisplayNameUser: 'Admin',
      roleDisplayNameAccount: 'payments-prod',
    });
  });

  test('takes an alias for the account, and is recorded with its decoded fields', async () => {
    const page = await signIn();
    await client.postForm(SWITCH, switchFields(page, { account: 'payments-prod', displayName: 'Prod + größer & "x"' }));
    const [request] = standIn.requests;
    expect(request).toMatchObject({ method: 'POST', host: 'signin.aws.amazon.com', path: '/switchrole', status: 302 });
    expect(request?.form).toMatchObject({ account: 'payments-prod', displayName: 'Prod + größer & "x"' });
    expect(request?.failure).toBeUndefined();
  });

  test('writes aws-userInfo and the history cookie: newest first, once each, at most five', async () => {
    let page = await signIn();
    const targets = [
      ['222222222222', 'ReadOnly'],
      ['333333333333', 'Developer'],
      ['333333333333', 'ReadOnly'],
      ['701000000001', 'Developer'],
      ['701000000002', 'Developer'],
      ['701000000003', 'Operator'],
      ['333333333333', 'ReadOnly'],
    ] as const;
    for (const [account, roleName] of targets) {
      const reply = await client.postForm(SWITCH, switchFields(page, { account, roleName, color: 'aaBB00' }));
      page = await client.open(String(reply.headers.location));
    }
    const history = JSON.parse(decodeURIComponent(client.cookie('noflush_awsc-roleInfo') ?? ''));
    expect(history).toMatchObject({ bn: 'jo', ba: 'hatrack-jump' });
    expect(history.rl.map(({ a, r }: { a: string; r: string }) => `${a}/${r}`)).toEqual([
      '333333333333/ReadOnly',
      '701000000003/Operator',
      '701000000002/Developer',
      '701000000001/Developer',
      '333333333333/Developer',
    ]);
    expect(history.rl[0]).toEqual({ a: '333333333333', r: 'ReadOnly', d: 'ReadOnly @ payments', c: 'aaBB00' });
    const userInfo = JSON.parse(decodeURIComponent(client.cookie('aws-userInfo') ?? ''));
    expect(userInfo).toMatchObject({
      arn: 'arn:aws:sts::333333333333:assumed-role/ReadOnly/jo',
      username: 'assumed-role%2FReadOnly%2Fjo',
    });
  });

  test('works for federated sign-ins, and exit role goes back to them', async () => {
    for (const identity of ['saml', 'identity-center'] as const) {
      const page = await signIn({ identity });
      const before = readPage(page);
      const reply = await client.postForm(SWITCH, switchFields(page));
      const switched = await client.open(String(reply.headers.location));
      expect(readPage(switched).meta).toMatchObject({ accountId: '222222222222' });

      const exit = await client.postForm(SWITCH, {
        action: 'switchToBasis',
        src: 'nav',
        csrf: String(readPage(switched).mbtc),
        redirect_uri: encodeURIComponent(switched.url),
      });
      expect(exit.status).toBe(302);
      const after = readPage(await client.open(switched.url));
      expect(after.meta).toEqual(before.meta);
      expect(after.accountInfo).toMatchObject({ roleDisplayNameUser: null });
    }
  });

  test('the token of the page before the switch no longer works', async () => {
    const page = await signIn();
    const fields = switchFields(page);
    expect((await client.postForm(SWITCH, fields)).status).toBe(302);
    expect((await client.postForm(SWITCH, fields)).status).toBe(400);
  });
});

describe('a form that is wrong is answered 400', () => {
  const breakages: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['mfaNeeded', { mfaNeeded: '1' }],
    ['action', { action: 'switch' }],
    ['src', { src: 'page' }],
    ['csrf', { csrf: 'guess' }],
    ['account', { account: 'Payments_Prod' }],
    ['roleName', { roleName: 'x'.repeat(65) }],
    ['color', { color: '#f2b0a9' }],
    ['color', { color: 'f2b' }],
    ['displayName', { displayName: '' }],
    ['displayName', { displayName: 'x'.repeat(65) }],
    ['redirect_uri', { redirect_uri: 'https://us-east-1.console.aws.amazon.com/console/home' }],
    ['redirect', { redirect_uri: encodeURIComponent(encodeURIComponent('https://console.aws.amazon.com/')) }],
    ['redirect', { redirect_uri: encodeURIComponent('http://console.aws.amazon.com/') }],
    ['redirect', { redirect_uri: encodeURIComponent('https://console.aws.amazon.com.evil.example/') }],
    ['redirect', { redirect_uri: encodeURIComponent('https://eu-central-1.s3.console.aws.amazon.com/s3/home') }],
    ['redirect', { redirect_uri: encodeURIComponent('https://xx-north-9.console.aws.amazon.com/') }],
    ['redirect', { redirect_uri: encodeURIComponent('https://console.amazonaws.cn/') }],
    [
      'redirect',
      { redirect_uri: encodeURIComponent('https://111111111111-abcd1234.us-east-1.console.aws.amazon.com/') },
    ],
  ];
  test.each(breakages)('%s: %o', async (field, broken) => {
    const reply = await client.postForm(SWITCH, switchFields(await signIn(), broken));
    expect(reply.status).toBe(400);
    expect(standIn.requests.at(-1)?.failure).toContain(field);
  });

  const required = Object.keys(switchFields({ status: 0, headers: {}, body: '', url: '' }));
  test.each(required)('%s is missing', async (name) => {
    const { [name]: _left, ...fields } = switchFields(await signIn());
    expect((await client.postForm(SWITCH, fields)).status).toBe(400);
  });

  test('no session', async () => {
    const page = await signIn();
    const stranger = new Client(standIn);
    expect((await stranger.postForm(SWITCH, switchFields(page))).status).toBe(400);
  });
});

describe('a switch that is not allowed shows the Switch Role page and leaves the session alone', () => {
  const refusals: readonly (readonly [string, SignInOptions, Readonly<Record<string, string>>])[] = [
    ['unknown account', {}, { account: '999999999999' }],
    ['unknown role', {}, { roleName: 'Nobody' }],
    ['role in another case', {}, { roleName: 'readonly' }],
    ['leading slash', {}, { roleName: '/ReadOnly' }],
    ['path left out', {}, { roleName: 'Admin' }],
    ['no trust', {}, { account: '666666666666', roleName: 'Admin' }],
    ['external id', {}, { account: '444444444444', roleName: 'Vendor' }],
    ['no MFA', { mfa: false }, { account: '444444444444', roleName: 'Auditor' }],
    ['MFA of a federated sign-in', { identity: 'saml', mfa: true }, { account: '444444444444', roleName: 'Auditor' }],
    ['root', { identity: 'root' }, {}],
    ['GetFederationToken', { identity: 'federated-user' }, {}],
    ['account of another partition', {}, { account: '444455556666', roleName: 'Auditor' }],
    [
      'chaining: the origin authorises, not the active role',
      {
        identity: 'switched',
        switchedTo: { account: '333333333333', roleName: 'Developer', displayName: 'Dev', color: 'aaaaaa' },
      },
      { account: '555555555555', roleName: 'DataEngineer' },
    ],
  ];
  test.each(refusals)('%s', async (_name, options, fields) => {
    const page = await signIn(options);
    const reply = await client.postForm(SWITCH, switchFields(page, fields));
    expect(reply.status).toBe(200);
    expect(reply.body).toContain(REFUSED_TEXT);
    expect(reply.body).toContain('id="accountId" name="accountId" value=""');
    expect(standIn.requests.at(-1)?.failure).toBeTruthy();
    expect(readPage(await client.open(page.url)).meta).toEqual(readPage(page).meta);
  });

  test('MFA condition met by an IAM user who signed in with MFA', async () => {
    const page = await signIn({ mfa: true });
    const reply = await client.postForm(SWITCH, switchFields(page, { account: '444444444444', roleName: 'Auditor' }));
    expect(reply.status).toBe(302);
  });
});

test('a link prefills the Switch Role page and switches only on its own submit', async () => {
  const page = await signIn();
  const link = `${SWITCH}?account=222222222222&roleName=ReadOnly&displayName=A%22%3Cb%3E&color=b7ca9d`;
  const form = await client.open(link);
  expect(form.body).toContain('id="accountId" name="accountId" value="222222222222"');
  expect(form.body).toContain('value="A&#34;&#60;b&#62;"');
  expect(form.body).toContain('value="b7ca9d" checked');
  expect(readPage(await client.open(page.url)).meta).toMatchObject({ accountId: '111111111111' });

  const formToken = /name="formToken" value="(\w+)"/.exec(form.body)?.[1] ?? '';
  const fields = { accountId: '222222222222', roleName: 'ReadOnly', displayName: 'A', color: 'b7ca9d' };
  const action = 'https://signin.aws.amazon.com/stand-in/switch-role-form';
  expect((await client.postForm(action, { ...fields, formToken: 'guess' })).status).toBe(400);
  expect((await client.postForm(action, { ...fields, formToken })).status).toBe(302);
  expect(readPage(await client.open(page.url)).meta).toMatchObject({ accountId: '222222222222' });
});
