import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../../src/core/config/config.ts';
import { serviceNamed } from '../../../src/core/console/console-services.ts';
import type { PartitionId } from '../../../src/core/console/partition.ts';
import { partitionOfPortal } from '../../../src/core/console/portal-host.ts';
import { portalLink } from '../../../src/core/console/portal-link.ts';

describe('the partition of a portal, by its host (console-contract §7)', () => {
  it.each<[string, PartitionId | undefined]>([
    ['https://d-1234567890.awsapps.com/start', 'aws'],
    ['https://corp.awsapps.com/start', 'aws'],
    ['https://ssoins-1234567890abcdef.us-east-2.portal.amazonaws.com', 'aws'],
    ['https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws', 'aws'],
    ['https://start.us-gov-home.awsapps.com/directory/corp', 'aws-us-gov'],
    ['https://start.us-gov-east-1.us-gov-home.awsapps.com/directory/d-1234567890', 'aws-us-gov'],
    ['https://ssoins-1234567890abcdef.portal.us-gov-west-1.app.aws', 'aws-us-gov'],
    ['https://start.home.awsapps.cn/directory/corp', 'aws-cn'],
    ['https://corp.awsapps.cn/start', 'aws-cn'],
    ['https://ssoins-1234567890abcdef.cn-north-1.portal.amazonaws.com.cn', 'aws-cn'],
    ['https://ssoins-1234567890abcdef.portal.cn-northwest-1.app.amazonwebservices.com.cn', 'aws-cn'],
    ['https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu', 'aws-eusc'],
    ['https://ssoins-1234567890abcdef.portal.eusc-de-east-1.api.amazonwebservices.eu', 'aws-eusc'],
    ['https://sso.example.com/start', undefined],
    ['https://awsapps.com/start', undefined],
    ['https://a.b.awsapps.com/start', undefined],
    ['https://corp.awsapps.com.evil.example/start', undefined],
    ['https://x.nowhere-1.portal.amazonaws.com', undefined],
  ])('%s', (url, partition) => {
    expect(partitionOfPortal(url)).toBe(partition);
  });
});

interface Case {
  readonly portal?: string;
  readonly region?: string;
  readonly startUrl?: string;
  readonly service?: string;
  readonly asking?: PartitionId;
}

/** The link, and the page that it asks to land on. */
function linkOf({ portal = 'https://corp.awsapps.com/start', region, startUrl, service, asking }: Case) {
  const target = {
    portalUrl: portal,
    account: '111122223333' as AccountId,
    permissionSet: 'Power_User+a@b',
    partition: partitionOfPortal(portal),
  };
  const found = service === undefined ? undefined : serviceNamed(service);
  const [link = '', destination] = portalLink(target, { region, startUrl }, { service: found }, asking).split(
    '&destination=',
  );
  return { link, destination: destination === undefined ? undefined : decodeURIComponent(destination) };
}

describe('the link of a portal', () => {
  it.each([
    'https://corp.awsapps.com/start',
    'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws',
    'https://start.us-gov-home.awsapps.com/directory/corp',
    'https://start.home.awsapps.cn/directory/corp',
    'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
    'https://sso.example.com/start',
  ])('names account and permission set behind %s', (portal) => {
    expect(linkOf({ portal })).toEqual({
      link: `${portal}/#/console?account_id=111122223333&role_name=Power_User%2Ba%40b`,
      destination: undefined,
    });
  });

  const aws = 'https://console.aws.amazon.com';
  it.each<[string, Case, string | undefined]>([
    ['the role’s region', { region: 'eu-west-1' }, `${aws}/console/home?region=eu-west-1`],
    ['the role’s own page', { startUrl: 'lambda/home#/functions' }, `${aws}/lambda/home#/functions`],
    [
      'the service that is asked for, in the role’s region',
      { service: 's3', region: 'eu-west-1', startUrl: 'lambda/home' },
      `${aws}/s3/home?region=eu-west-1`,
    ],
    [
      'a page of the portal’s partition',
      { portal: 'https://corp.awsapps.cn/start', service: 's3' },
      'https://console.amazonaws.cn/s3/home',
    ],
    [
      'a page of the partition that its host does not tell but its region does',
      { portal: 'https://sso.example.com', region: 'us-gov-west-1', asking: 'aws' },
      'https://console.amazonaws-us-gov.com/console/home?region=us-gov-west-1',
    ],
    [
      'a page of the partition that one asks from, where nothing else tells it',
      { portal: 'https://sso.example.com', service: 's3', asking: 'aws-eusc' },
      'https://console.amazonaws-eusc.eu/s3/home',
    ],
    [
      'nowhere of its own for a page of another partition',
      { startUrl: 'https://console.amazonaws.cn/s3/home' },
      undefined,
    ],
  ])('asks to land on %s', (_, asked, destination) => {
    expect(linkOf(asked).destination).toBe(destination);
  });
});
