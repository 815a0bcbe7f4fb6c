import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type StandIn, startConsole } from '../../console/stand-in.ts';
import { Client } from './client.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startConsole({ otherHosts: ['hatrack.awsapps.com'] });
});
afterAll(() => standIn.close());
beforeEach(() => standIn.clear());

function connect(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: standIn.proxyPort, method: 'CONNECT', path: target });
    outgoing.on('connect', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

test('the hosts of the consoles are let through', async () => {
  for (const host of [
    'console.aws.amazon.com',
    'eu-west-1.console.aws.amazon.com',
    '111111111111-abcd1234.us-east-1.console.aws.amazon.com',
    'health.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com',
    'signin.amazonaws-us-gov.com',
    'cn-north-1.console.amazonaws.cn',
    'eusc-de-east-1.signin.amazonaws-eusc.eu',
    'hatrack.awsapps.com',
  ]) {
    expect([host, await connect(`${host}:443`)]).toEqual([host, 200]);
  }
  expect(standIn.refusedHosts).toEqual([]);
});

test('every other host is refused and recorded', async () => {
  const hosts = [
    'example.com',
    'aws.amazon.com',
    'console.aws.amazon.com.evil.example',
    'evilconsole.aws.amazon.com',
    'xx-north-9.console.aws.amazon.com',
    'signin.amazonaws-eusc.eu',
    '169.254.169.254',
  ];
  for (const host of hosts) expect([host, await connect(`${host}:443`)]).toEqual([host, 403]);
  expect(await connect('console.aws.amazon.com:22')).toBe(403);
  expect(standIn.refusedHosts).toEqual([...hosts, 'console.aws.amazon.com']);
});

test('waitForRequest tells of earlier and of later requests, and gives up with what it saw', async () => {
  const client = new Client(standIn);
  const later = standIn.waitForRequest(({ path }) => path === '/switchrole', 2000);
  await client.postForm('https://signin.aws.amazon.com/switchrole', { action: 'x' });
  expect((await later).form).toEqual({ action: 'x' });
  expect((await standIn.waitForRequest(({ status }) => status === 400, 1)).failure).toContain('no classic session');
  await expect(standIn.waitForRequest(() => false, 1)).rejects.toThrow(
    'POST https://signin.aws.amazon.com/switchrole 400',
  );
  standIn.clear();
  expect(standIn.requests).toEqual([]);
});
