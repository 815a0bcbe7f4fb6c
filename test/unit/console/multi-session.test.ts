import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FailureKind, SignInOptions, StandIn } from '../../console/stand-in.ts';
import { startConsole } from '../../console/stand-in.ts';
import { Client, type Reply, readPage } from './client.ts';

const SIGN_IN = 'https://us-east-1.signin.aws.amazon.com';
const PAGE = 'https://us-east-1.console.aws.amazon.com/s3/home?region=us-east-1';

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

function signIn(options: SignInOptions = {}): Promise<Reply> {
  return client.open(standIn.signInUrl({ multiSession: true, signInEndpoint: 'regional', to: PAGE, ...options }));
}

function differentiator(page: Reply): string {
  return String(readPage(page).meta?.sessionDifferentiator);
}

const BODY = {
  account: '333333333333',
  roleName: 'Developer',
  displayName: 'Developer @ payments',
  color: 'b7ca9d',
  redirectUri: PAGE,
};

function post(page: Reply, body: object = BODY, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return client.send(`${SIGN_IN}/sessions/${differentiator(page)}/v1/switchrole`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrf-protection': '1',
      origin: new URL(page.url).origin,
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

async function switchTo(page: Reply, body: object = BODY): Promise<Reply> {
  return client.open(JSON.parse((await post(page, body)).body).destination);
}

test('a multi-session sign-in lands on the host of its session, which a page without a label is led to as well', async () => {
  const page = await signIn();
  expect(new URL(page.url).hostname).toBe(`${differentiator(page)}.us-east-1.console.aws.amazon.com`);
  expect(differentiator(page)).toMatch(/^111111111111-[a-z0-9]+$/);
  expect(readPage(page).meta).toMatchObject({
    prismModeEnabled: true,
    signInEndpoint: 'us-east-1.signin.aws.amazon.com',
  });
  expect(client.cookie(`__Secure-aws-session-id-${differentiator(page)}`)).toBeDefined();
  expect((await client.open(PAGE)).url).toBe(page.url);
});

test('a switch answers a destination that makes a second session beside the first', async () => {
  const page = await signIn();
  const reply = await post(page);
  const { destination } = JSON.parse(reply.body);
  const hint = new URL(destination).searchParams.get('login_hint');
  expect(reply.headers).toMatchObject({
    'access-control-allow-origin': new URL(page.url).origin,
    'access-control-allow-credentials': 'true',
  });
  expect(new URL(destination).hostname).toBe('us-east-1.signin.aws.amazon.com');

  const switched = await client.open(destination);
  expect(switched.url).toBe(`https://${hint}.us-east-1.console.aws.amazon.com/s3/home?region=us-east-1`);
  expect(readPage(switched)).toMatchObject({
    meta: { accountId: '333333333333', sessionDifferentiator: hint },
    accountInfo: { loginDisplayNameUser: 'jo', roleDisplayNameUser: 'Developer' },
  });
  expect(differentiator(await client.open(page.url))).toBe(differentiator(page));
  // The destination works once.
  expect((await client.send(destination)).status).toBe(400);
});

test('the session that asks authorises: chaining works from the switched session only', async () => {
  const page = await signIn();
  const chained = { ...BODY, account: '555555555555', roleName: 'DataEngineer' };
  expect(JSON.parse((await post(page, chained)).body)).toEqual({ errorCode: 'UNAUTHORIZED' });
  const developer = await switchTo(page);
  expect(readPage(await switchTo(developer, chained)).meta).toMatchObject({ accountId: '555555555555' });
  // And the other way round: what the first session may do, the switched one may not.
  const denied = await post(developer, { ...BODY, account: '222222222222', roleName: 'ReadOnly' });
  expect([denied.status, JSON.parse(denied.body)]).toEqual([200, { errorCode: 'UNAUTHORIZED' }]);
});

describe('a request that is wrong is refused', () => {
  const wrong: readonly (readonly [string, number, object, Readonly<Record<string, string>>])[] = [
    ['no X-CSRF-PROTECTION', 403, {}, { 'x-csrf-protection': '' }],
    ['not JSON', 415, {}, { 'content-type': 'text/plain' }],
    ['a foreign origin', 403, {}, { origin: 'https://evil.example' }],
    ['an extension’s origin', 403, {}, { origin: 'chrome-extension://abc' }],
    ['another session’s origin', 403, {}, { origin: 'https://111111111111-zzzz.us-east-1.console.aws.amazon.com' }],
    ['an origin without a session', 403, {}, { origin: 'https://us-east-1.console.aws.amazon.com' }],
    ['an encoded redirectUri', 400, { redirectUri: encodeURIComponent(PAGE) }, {}],
    [
      'a redirectUri with a label',
      400,
      { redirectUri: 'https://111111111111-abcd.us-east-1.console.aws.amazon.com/' },
      {},
    ],
    ['a redirectUri elsewhere', 400, { redirectUri: 'https://evil.example/' }, {}],
    ['no color', 400, { color: undefined }, {}],
  ];
  test.each(wrong)('%s', async (_name, status, body, headers) => {
    const page = await signIn();
    const reply = await post(page, { ...BODY, ...body }, headers);
    expect(reply.status).toBe(status);
    expect(reply.body).not.toContain('destination');
    expect(standIn.requests.at(-1)?.failure).toBeTruthy();
  });

  test('without the cookie, and after log-out', async () => {
    const page = await signIn();
    const mine = client;
    client = new Client(standIn);
    expect((await post(page)).status).toBe(401);
    client = mine;
    expect((await client.send(`${SIGN_IN}/sessions/${differentiator(page)}/v1/logout`)).status).toBe(200);
    expect((await post(page)).status).toBe(404);
    expect((await client.open(page.url)).body).toContain('Signed out');
  });
});

test('the preflight is answered for multi-session consoles of the partition only', async () => {
  const page = await signIn();
  const ask = (origin: string) =>
    client.send(`${SIGN_IN}/sessions/${differentiator(page)}/v1/switchrole`, {
      method: 'OPTIONS',
      headers: { origin },
    });
  const good = await ask(new URL(page.url).origin);
  expect(good.status).toBe(204);
  expect(good.headers).toMatchObject({
    'access-control-allow-origin': new URL(page.url).origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type, x-csrf-protection',
  });
  for (const origin of [
    'https://evil.example',
    'https://us-east-1.console.aws.amazon.com',
    'https://111111111111-abcd.cn-north-1.console.amazonaws.cn',
    'http://111111111111-abcd.us-east-1.console.aws.amazon.com',
    'https://111111111111-abcd.us-east-1.console.aws.amazon.com.evil.example',
  ]) {
    expect((await ask(origin)).headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test('a sixth session is refused, and the list tells of five', async () => {
  const page = await signIn();
  for (const account of ['222222222222', '333333333333', '701000000002', '701000000003']) {
    await switchTo(page, { ...BODY, account, roleName: 'ReadOnly' });
  }
  const sixth = await post(page, { ...BODY, account: '702000000002', roleName: 'ReadOnly' });
  expect(JSON.parse(sixth.body)).toEqual({ errorCode: 'SESSION_LIMIT_REACHED' });
  // The same role again replaces its session instead (§5).
  await switchTo(page, { ...BODY, account: '222222222222', roleName: 'ReadOnly' });

  const origin = new URL(page.url).origin;
  const list = await client.send(`${SIGN_IN}/sessions/v1/list`, { headers: { origin } });
  expect(JSON.parse(list.body).sessions).toHaveLength(5);
  expect(JSON.parse(list.body).sessions[0]).toMatchObject({ differentiator: differentiator(page) });
  expect(list.headers).not.toHaveProperty('access-control-allow-origin');
  expect((await client.send(`${SIGN_IN}/sessions/limit`)).body).toContain('Session limit reached');
});

test('failNext fails the next switch only', async () => {
  const page = await signIn();
  const kinds: readonly FailureKind[] = [429, 500];
  for (const kind of kinds) standIn.failNext(kind);
  expect((await post(page)).status).toBe(429);
  expect((await post(page)).status).toBe(500);
  standIn.failNext('page');
  expect(await post(page)).toMatchObject({ status: 500, body: expect.stringContaining('<h1>') });
  standIn.failNext('foreign-destination');
  expect(JSON.parse((await post(page)).body).destination).toContain('evil.example');
  standIn.failNext('drop');
  await expect(post(page)).rejects.toThrow('socket hang up');
  expect(standIn.requests.at(-1)?.status).toBe(0);
  expect((await post(page)).status).toBe(200);
});

test('signing in as the same identity again ends its earlier session', async () => {
  const page = await signIn();
  const again = await signIn();
  expect(differentiator(again)).not.toBe(differentiator(page));
  expect((await post(page)).status).toBe(404);
});

test('signing out ends every session and takes the cookies away', async () => {
  const page = await signIn({ identity: 'switched' });
  expect(client.cookie('aws-userInfo')).toBeDefined();
  await client.open(`${SIGN_IN}/stand-in/sign-out`);
  for (const name of ['aws-creds', 'aws-userInfo', `__Secure-aws-session-id-${differentiator(page)}`]) {
    expect([name, client.cookie(name)]).toEqual([name, undefined]);
  }
  expect((await client.open(page.url)).url).toBe('https://signin.aws.amazon.com/stand-in/signed-out');
});

test('the Switch Role page switches with the newest session', async () => {
  await signIn();
  const form = await client.open(`${SIGN_IN}/switchrole?account=333333333333&roleName=Developer&displayName=D`);
  const formToken = /name="formToken" value="(\w+)"/.exec(form.body)?.[1] ?? '';
  const fields = { accountId: '333333333333', roleName: 'Developer', displayName: 'D', color: 'f2b0a9', formToken };
  const reply = await client.postForm(`${SIGN_IN}/stand-in/switch-role-form`, fields);
  const switched = await client.open(String(reply.headers.location));
  expect(readPage(switched).meta).toMatchObject({ accountId: '333333333333', prismModeEnabled: true });
});
