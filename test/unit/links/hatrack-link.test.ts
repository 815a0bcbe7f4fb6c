import { describe, expect, it } from 'vitest';
import { PARTITIONS, type PartitionId } from '../../../src/core/console/partition.ts';
import { linkedPage, readHatrackLink, sharedPage, toHatrackLink } from '../../../src/core/links/hatrack-link.ts';

const HOME = 'https://console.aws.amazon.com/console/home';
const PAGE = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:search=a b;sort=tag:Name';
const LINK = `${HOME}#hatrack?account=222222222222&role=team/Admin`;
const withPage = (page: string) => `${LINK}&page=${encodeURIComponent(page)}`;

describe('a Hatrack link', () => {
  it.each<[PartitionId, string]>([
    ['aws', PAGE],
    ['aws-us-gov', 'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets?region=us-gov-west-1'],
    ['aws-cn', 'https://console.amazonaws.cn/lambda/home?region=cn-north-1#/functions'],
    ['aws-eusc', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/console/home'],
  ])('leads to the console of its partition, and is read as it was made: %s', (partition, page) => {
    const link = { account: '222222222222', roleName: 'team/platform/x,y=z@w.v', page };
    const text = toHatrackLink(link, partition);
    expect(new URL(text).hostname).toBe(PARTITIONS[partition].consoleHost);
    expect(new URL(text).search).toBe('');
    expect(readHatrackLink(text)).toEqual({ kind: 'link', link: { ...link, page: new URL(page).href }, partition });
  });

  it.each([
    ['without a page', LINK, { account: '222222222222', roleName: 'team/Admin', page: undefined }],
    ['at a regional host', LINK.replace('console', 'eu-west-1.console'), { account: '222222222222' }],
    [
      'at a session’s host',
      LINK.replace('console', '111111111111-abcd1234.eu-west-1.console'),
      { roleName: 'team/Admin' },
    ],
    [
      'with the account as the console writes it',
      LINK.replace('222222222222', '2222-2222-2222'),
      { account: '222222222222' },
    ],
    ['with an alias', LINK.replace('222222222222', 'Payments-Prod'), { account: 'payments-prod' }],
    ['with fields of later versions', `${LINK}&later=1`, { roleName: 'team/Admin' }],
    [
      'with the page of a session, which it takes out',
      withPage('https://222222222222-abcd1234.eu-west-1.console.aws.amazon.com/s3/home'),
      { page: 'https://eu-west-1.console.aws.amazon.com/s3/home' },
    ],
  ])('is read %s', (_name, text, link) => {
    expect(readHatrackLink(text)).toMatchObject({ kind: 'link', link, partition: 'aws' });
  });

  it.each([
    ['nothing', ''],
    ['no URL', 'hatrack'],
    ['another host', LINK.replace('console.aws.amazon.com', 'console.aws.amazon.com.evil.test')],
    ['a sign-in host', LINK.replace('console.aws', 'signin.aws')],
    ['plain http', LINK.replace('https', 'http')],
    ['another port', LINK.replace('.com/', '.com:8443/')],
    ['a user name', LINK.replace('https://', 'https://jo@')],
    ['another fragment', LINK.replace('#hatrack?', '#hatracks?')],
    ['a query', LINK.replace('#hatrack?', '?')],
    ['no account', `${HOME}#hatrack?role=Admin`],
    ['no role', `${HOME}#hatrack?account=222222222222`],
    ['two accounts', `${LINK}&account=333333333333`],
    ['two roles', `${LINK}&role=Other`],
    ['an account with a digit too few', LINK.replace('222222222222', '22222222222')],
    ['a role with a line in it', `${HOME}#hatrack?account=222222222222&role=Admin%0AX`],
    ['a role with markup', `${HOME}#hatrack?account=222222222222&role=%3Cb%3E`],
    ['a role with a direction mark', `${HOME}#hatrack?account=222222222222&role=Adm%E2%80%AEin`],
    ['a role that is too long', `${HOME}#hatrack?account=222222222222&role=${'a'.repeat(65)}`],
    ['a path that is too long', `${HOME}#hatrack?account=222222222222&role=${'a/'.repeat(300)}b`],
    ['more than anybody writes', `${LINK}&page=${encodeURIComponent(`${HOME}?${'x'.repeat(8000)}`)}`],
  ])('is broken with %s', (_name, text) => {
    expect(readHatrackLink(text)).toEqual({ kind: 'refused', reason: 'broken' });
    expect(linkedPage(text, 'aws')).toBeUndefined();
  });

  it.each([
    ['another site', 'https://evil.test/console/home'],
    ['a site that begins like the console', 'https://console.aws.amazon.com.evil.test/'],
    ['a site that ends like it', 'https://evilconsole.aws.amazon.com/'],
    ['a user name that looks like it', 'https://console.aws.amazon.com@evil.test/'],
    ['another partition', 'https://console.amazonaws-us-gov.com/console/home'],
    ['the sign-in host', 'https://signin.aws.amazon.com/switchrole?account=1'],
    ['signing out', 'https://console.aws.amazon.com/console/logout!doLogout'],
    ['signing out, with another case and slashes', 'https://eu-west-1.console.aws.amazon.com//Console/Logout'],
    ['a script', 'javascript:alert(1)'],
    ['a document of its own', 'data:text/html,x'],
    ['a path alone', '/ec2/home'],
    ['a path that is a host', '//evil.test/'],
    ['plain http', 'http://console.aws.amazon.com/'],
    ['a port', 'https://console.aws.amazon.com:444/'],
    ['a backslash before another host', 'https:\\\\evil.test\\console.aws.amazon.com'],
    ['nothing', ''],
    ['a link', LINK],
  ])('does not lead to %s', (_name, page) => {
    expect(readHatrackLink(withPage(page))).toEqual({ kind: 'refused', reason: 'foreign-page' });
    expect(linkedPage(withPage(page), 'aws')).toBeUndefined();
    expect(sharedPage(page, 'aws')).toBeUndefined();
  });

  it('does not lead to one of two pages', () => {
    const text = `${withPage(PAGE)}&page=${encodeURIComponent(HOME)}`;
    expect(readHatrackLink(text)).toEqual({ kind: 'refused', reason: 'foreign-page' });
  });

  it('tells its page for its own partition only, whatever a message has in its place', () => {
    expect(linkedPage(withPage(HOME), 'aws')).toBe(HOME);
    expect(linkedPage(withPage(HOME), 'aws-cn')).toBeUndefined();
    for (const other of [undefined, null, 1, {}, [withPage(HOME)]]) expect(linkedPage(other, 'aws')).toBeUndefined();
  });
});
