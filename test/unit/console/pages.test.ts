import { afterAll, beforeAll, expect, test } from 'vitest';
import { PARTITIONS } from '../../../src/core/console/partition.ts';
import { type SignInOptions, type StandIn, startConsole } from '../../console/stand-in.ts';
import { WORLD } from '../../console/world.ts';
import { Client, type PageInformation, type Reply, readPage, switchFields } from './client.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startConsole();
});
afterAll(() => standIn.close());

function open(options: SignInOptions = {}): Promise<Reply> {
  return new Client(standIn).open(standIn.signInUrl(options));
}

async function information(options: SignInOptions): Promise<PageInformation> {
  return readPage(await open(options));
}

test.each([
  ['iam-user', 'arn:aws:iam::111111111111:user/people/jo', 'jo', 'hatrack-jump'],
  ['root', 'arn:aws:iam::111111111111:root', 'Jo Doe', '1111-1111-1111'],
  ['federated-user', 'arn:aws:sts::111111111111:federated-user/jo', 'jo', 'hatrack-jump'],
  ['saml', 'arn:aws:sts::111111111111:assumed-role/JumpRole/jo@example.com', 'JumpRole/jo@example.com', 'hatrack-jump'],
  [
    'identity-center',
    'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Power_User_0123456789abcdef/jo@example.com',
    'AWSReservedSSO_Power_User_0123456789abcdef/jo@example.com',
    'hatrack-jump',
  ],
] as const)('a session of %s', async (identity, sessionARN, user, account) => {
  const { meta, accountInfo } = await information({ identity });
  expect(meta).toMatchObject({ accountId: '111111111111', sessionARN, prismModeEnabled: false });
  expect(decodeURIComponent(String(meta?.displayName))).toBe(user);
  expect(meta).not.toHaveProperty('sessionDifferentiator');
  expect(accountInfo).toEqual({
    loginDisplayNameUser: user,
    loginDisplayNameAccount: account,
    roleDisplayNameUser: null,
    roleDisplayNameAccount: null,
  });
});

test('a switched session keeps the origin in the login values', async () => {
  const { meta, accountInfo } = await information({ identity: 'switched', alias: false });
  expect(meta).toMatchObject({ accountId: '222222222222', accountAlias: '' });
  expect(accountInfo).toEqual({
    loginDisplayNameUser: 'jo',
    loginDisplayNameAccount: '1111-1111-1111',
    roleDisplayNameUser: 'Admin',
    roleDisplayNameAccount: '2222-2222-2222',
  });
});

test('getMbtc in every form has the same text as the token', async () => {
  for (const options of [{ mbtc: 'string' }, { mbtc: 'boxed' }, { tokenDelayMs: 2000 }] as const) {
    expect(String((await information(options)).mbtc)).toMatch(/^\S{20,}$/);
  }
  expect((await information({ mbtc: 'number' })).mbtc).toBeTypeOf('number');
  expect((await information({ mbtc: 'boxed' })).mbtc).toBeTypeOf('object');
  expect(await (await information({ mbtc: 'promise' })).mbtc).toBeTypeOf('string');
  expect((await information({ mbtc: 'array' })).mbtc).toEqual([expect.any(String)]);
});

test('a number as the token is accepted back', async () => {
  const client = new Client(standIn);
  const page = await client.open(standIn.signInUrl({ mbtc: 'number' }));
  expect((await client.postForm('https://signin.aws.amazon.com/switchrole', switchFields(page))).status).toBe(302);
});

test('what is dropped is not there', async () => {
  expect((await information({ drop: ['meta'] })).meta).toBeUndefined();
  expect((await information({ drop: ['account-info', 'mbtc'] })).accountInfo).toBeUndefined();
  expect((await information({ drop: ['account-info', 'mbtc'] })).mbtc).toBeUndefined();
  const bad = await open({ meta: 'malformed' });
  expect(bad.body).toContain('name="awsc-session-data"');
  expect(readPage(bad).meta).toBeUndefined();
  const client = new Client(standIn);
  await client.open(standIn.signInUrl());
  expect(client.cookie('aws-userInfo')).toBeDefined();
  await client.open(standIn.signInUrl({ drop: ['user-info-cookie'] }));
  expect(client.cookie('aws-userInfo')).toBeUndefined();
});

test('facts can have other types than ever seen', async () => {
  expect((await information({ meta: 'ill-typed' })).meta).toMatchObject({ accountId: ['111111111111'] });
  expect((await information({ accountInfo: 'ill-typed' })).accountInfo).toMatchObject({ loginDisplayNameUser: ['jo'] });
  expect((await information({ accountInfo: 'malformed' })).accountInfo).toBeTypeOf('string');
  await expect(information({ accountInfo: 'throwing' })).rejects.toThrow('not yet');
});

test('signInEndpoint is global, regional, empty or absent', async () => {
  const to = 'https://eu-west-1.console.aws.amazon.com/ec2/home';
  const endpoint = async (signInEndpoint: 'global' | 'regional' | 'empty' | 'absent') =>
    (await information({ signInEndpoint, to })).meta?.signInEndpoint;
  expect(await endpoint('global')).toBe('signin.aws.amazon.com');
  expect(await endpoint('regional')).toBe('eu-west-1.signin.aws.amazon.com');
  expect(await endpoint('empty')).toBe('');
  expect(await endpoint('absent')).toBeUndefined();
});

test('the policy lists exactly the form targets of the contract, or next to none', async () => {
  const formAction = async (options: SignInOptions) =>
    /form-action ([^;]+)/.exec(String((await open(options)).headers['content-security-policy']))?.[1]?.split(' ');
  expect(await formAction({ to: 'https://eu-west-1.console.aws.amazon.com/ec2/home' })).toEqual([
    "'self'",
    'https://console.aws.amazon.com/feedback/submit-feedback',
    'https://signin.aws.amazon.com/switchrole',
    'https://eu-west-1.signin.aws.amazon.com/switchrole',
    'https://eu-west-1.signin.aws.amazon.com/oauth',
    'https://eu-west-1.console.aws.amazon.com/console/home',
  ]);
  expect(await formAction({ partition: 'aws-cn', to: 'https://console.amazonaws.cn/console/home' })).toEqual([
    'https://cn-north-1.signin.amazonaws.cn/oauth',
    'https://signin.amazonaws.cn/switchrole',
    'https://cn-north-1.signin.amazonaws.cn/switchrole',
    'https://console.amazonaws.cn/console/',
  ]);
  expect(await formAction({ csp: 'strict' })).toEqual([
    'https://us-east-1.console.aws.amazon.com/feedback/submit-feedback',
  ]);
  const strict = String((await open({ csp: 'strict' })).headers['content-security-policy']);
  expect(strict).toContain("style-src 'self';");
});

test('every partition signs in, shows its page and switches inside itself', async () => {
  for (const partition of Object.values(PARTITIONS)) {
    const client = new Client(standIn);
    const page = await client.open(standIn.signInUrl({ partition: partition.id }));
    expect(readPage(page).meta).toMatchObject({ accountId: WORLD[partition.id].jump.id });
    const [target] = WORLD[partition.id].targets;
    const fields = switchFields(page, { account: target?.id ?? '', roleName: target?.roles[0]?.name ?? '' });
    const reply = await client.postForm(`https://${readPage(page).meta?.signInEndpoint}/switchrole`, fields);
    expect([partition.id, reply.status]).toEqual([partition.id, 302]);
    expect(readPage(await client.open(page.url)).meta?.sessionARN).toContain(`arn:${partition.id}:sts::${target?.id}:`);
  }
});

test('the bare sign-in host of the EU Sovereign Cloud does not answer', async () => {
  expect((await new Client(standIn).send('https://signin.amazonaws-eusc.eu/switchrole')).status).toBe(404);
});

test('odd hosts have the console’s pages, unknown ones do not', async () => {
  for (const host of ['health.aws.amazon.com', 'lightsail.aws.amazon.com', 's3.console.aws.amazon.com']) {
    expect(readPage(await open({ to: `https://${host}/home` })).meta).toMatchObject({ accountId: '111111111111' });
  }
  expect((await new Client(standIn).send('https://eu-central-1.s3.console.aws.amazon.com/')).status).toBe(404);
});

test('a registered script stands before everything else in the head, with the nonce', async () => {
  standIn.addPageScript('hostile', 'window.hostile = 1;');
  const page = await open({ script: 'hostile' });
  expect(page.body).toMatch(/<head><script nonce="([^"]+)">window\.hostile = 1;<\/script>/);
});

test('a wrong word in the sign-in URL is an error, not a default', async () => {
  const reply = await new Client(standIn).send('https://signin.aws.amazon.com/stand-in/sign-in?header=2026');
  expect(reply.status).toBe(400);
});

test('names that a switch chose are text on the page, not markup', async () => {
  const displayName = `<img src=x onerror="1">'</script>`;
  const switchedTo = { account: '222222222222', roleName: 'ReadOnly', displayName, color: 'aaaaaa' };
  for (const header of ['2025', '2020', 'legacy', 'none'] as const) {
    const { body } = await open({ identity: 'switched', switchedTo, header });
    expect(body).not.toContain('<img');
    const state = /id="stand-in-state">(.*?)<\/script>/s.exec(body)?.[1];
    expect(state).not.toContain('<');
    expect(() => JSON.parse(state ?? '')).not.toThrow();
  }
});
