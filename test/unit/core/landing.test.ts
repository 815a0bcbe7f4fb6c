import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStartUrl } from '../../../src/core/config/start-url.ts';
import { CONSOLE_SERVICES, type ConsoleService, serviceNamed } from '../../../src/core/console/console-services.ts';
import { type Landing, type LandingRole, landingFromOutside, planLanding } from '../../../src/core/console/landing.ts';
import { PARTITIONS, partitionOfConsoleHost } from '../../../src/core/console/partition.ts';
import type { Settings } from '../../../src/core/settings/settings.ts';

const HOST = 'https://us-east-1.console.aws.amazon.com';
const LIST = `${HOST}/ec2/home?region=us-east-1#Instances:`;
const ITEM = `${HOST}/ec2/home?region=us-east-1#InstanceDetails:instanceId=i-0123456789abcdef0`;
const LABELLED = 'https://111111111111-abcd1234.us-east-1.console.aws.amazon.com';
const HEALTH = 'https://health.aws.amazon.com/health/home#/account/dashboard/open-issues';

interface Case {
  readonly page: string;
  readonly landing?: Settings['landing'];
  readonly service?: string;
  readonly region?: string;
  readonly startUrl?: string;
}

function land({ page, landing = 'service', service, ...said }: Case, mayLeaveHost: boolean): Landing {
  const role: LandingRole = { region: said.region, startUrl: said.startUrl };
  const found = service === undefined ? undefined : serviceNamed(service);
  return planLanding(role, { landing, service: found }, { pageUrl: page, partition: PARTITIONS.aws, mayLeaveHost });
}

describe('a switch lands', () => {
  const cases: readonly (readonly [string, Case, string])[] = [
    ['on the list that one sees', { page: LIST }, LIST],
    ['in the role’s region', { page: LIST, region: 'eu-west-1' }, LIST.replace('n=us-east-1', 'n=eu-west-1')],
    ['without what belongs to the account', { page: ITEM }, `${HOST}/ec2/home?region=us-east-1`],
    ['on the very same page', { page: ITEM, landing: 'same-page' }, ITEM],
    [
      'on the very same page in the role’s region, the rest of its query untouched',
      { page: `${HOST}/a?x=%20y&region=us-east-1&z=%2F#w`, landing: 'same-page', region: 'eu-west-1' },
      `${HOST}/a?x=%20y&region=eu-west-1&z=%2F#w`,
    ],
    ['at home', { page: ITEM, landing: 'home' }, `${HOST}/console/home?region=us-east-1`],
    [
      'at home in the role’s region',
      { page: ITEM, landing: 'home', region: 'eu-west-1' },
      `${HOST}/console/home?region=eu-west-1`,
    ],
    ['at home of a page that is none of the consoles’', { page: 'https://evil.example/x' }, home()],
    ['at home of a page of another partition', { page: 'https://console.amazonaws.cn/s3/home' }, home()],
    ['at home of no page at all', { page: '' }, home()],
    [
      'in a region that is none of the page’s words',
      { page: `${HOST}/iam/home?region=global#/roles`, landing: 'home' },
      `${HOST}/console/home`,
    ],
    ['on the role’s own page', { page: LIST, startUrl: 's3/home' }, `${HOST}/s3/home?region=us-east-1`],
    [
      'on the role’s own page in its region',
      { page: LIST, startUrl: 'lambda/home#/functions', region: 'eu-west-1' },
      `${HOST}/lambda/home?region=eu-west-1#/functions`,
    ],
    [
      'in the region that the role’s own page names',
      { page: LIST, startUrl: 'ec2/home?region=eu-north-1#Volumes:', region: 'eu-west-1' },
      `${HOST}/ec2/home?region=eu-north-1#Volumes:`,
    ],
    ['on the role’s own service', { page: LIST, startUrl: 'DynamoDB' }, `${HOST}/dynamodbv2/home?region=us-east-1`],
    ['on a page that is called like no service', { page: LIST, startUrl: 'nova' }, `${HOST}/nova?region=us-east-1`],
    [
      'on the role’s own page whatever the setting is',
      { page: LIST, startUrl: 's3/home', landing: 'same-page' },
      `${HOST}/s3/home?region=us-east-1`,
    ],
    [
      'by the setting where the role’s own page is another partition’s',
      { page: LIST, startUrl: 'https://console.amazonaws.cn/s3/home' },
      LIST,
    ],
    [
      'on the service that is asked for, before the role’s own page',
      { page: LIST, service: 's3', startUrl: 'lambda/home', region: 'eu-west-1' },
      `${HOST}/s3/home?region=eu-west-1`,
    ],
    [
      'on the list of the service that is asked for',
      { page: `${HOST}/s3/home`, service: 'log groups', region: 'eu-west-1' },
      `${HOST}/cloudwatch/home?region=eu-west-1#logsV2:log-groups`,
    ],
    [
      'at the plain host of a page there',
      { page: 'https://console.aws.amazon.com/s3/home', startUrl: 'ecs/v2/clusters' },
      'https://console.aws.amazon.com/ecs/v2/clusters',
    ],
    ['on an odd host’s own page', { page: HEALTH }, 'https://health.aws.amazon.com/health/home'],
    [
      'on the page of the odd host that one is on',
      { page: HEALTH, startUrl: 'https://health.aws.amazon.com/health/status' },
      'https://health.aws.amazon.com/health/status',
    ],
  ];
  it.each(cases)('%s', (_name, said, url) => {
    expect(land(said, false)).toEqual({ url, goOnTo: undefined });
    const labelled = { ...said, page: said.page.replace(HOST, LABELLED) };
    expect(land(labelled, true)).toEqual({ url, goOnTo: undefined });
  });

  it('for a whole address, at the page’s own host with a form, at its own with a multi-session request', () => {
    const startUrl = 'https://eu-west-1.console.aws.amazon.com/s3/buckets?bucketType=general';
    const [path, query] = ['/s3/buckets', '?bucketType=general&region=eu-west-1'];
    expect(land({ page: LIST, startUrl }, false)).toEqual({ url: HOST + path + query, goOnTo: undefined });
    const plain = land({ page: 'https://console.aws.amazon.com/ec2/home', startUrl, region: 'us-west-2' }, false);
    expect(plain.url).toBe(`https://console.aws.amazon.com${path}${query}`);
    expect(land({ page: LIST, startUrl }, true).url).toBe(`https://eu-west-1.console.aws.amazon.com${path}${query}`);
  });

  it('in a whole address’s own region, else its host’s, else the role’s', () => {
    const url = (startUrl: string) => new URL(land({ page: LIST, startUrl, region: 'us-west-2' }, false).url).search;
    expect(url('https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-north-1')).toBe('?region=eu-north-1');
    expect(url('https://eu-west-1.console.aws.amazon.com/s3/home')).toBe('?region=eu-west-1');
    expect(url('https://console.aws.amazon.com/s3/home')).toBe('?region=us-west-2');
  });

  it('never at the host of one session of several', () => {
    const startUrl = `${LABELLED}/s3/home`;
    expect(land({ page: LIST, startUrl }, false).url).toBe(`${HOST}/s3/home?region=us-east-1`);
    expect(land({ page: LIST, startUrl }, true).url).toBe(`${HOST}/s3/home?region=us-east-1`);
  });
});

describe('a form that can’t lead to the page goes on from where it lands', () => {
  const first = `${HOST}/ec2/home?region=us-east-1`;
  const lightsail = 'https://lightsail.aws.amazon.com/ls/webapp/home/instances';
  const health = 'https://health.aws.amazon.com/health/home';
  it.each<[string, Case, string, string]>([
    ['to an odd host', { page: ITEM, startUrl: lightsail }, first, lightsail],
    ['from one odd host to another', { page: HEALTH, startUrl: lightsail }, health, lightsail],
    [
      'from an odd host to a service',
      { page: HEALTH, service: 's3', region: 'eu-west-1' },
      health,
      'https://console.aws.amazon.com/s3/home?region=eu-west-1',
    ],
    [
      'from an odd host to a whole address',
      { page: HEALTH, startUrl: 'https://eu-west-1.console.aws.amazon.com/s3/home' },
      health,
      'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1',
    ],
    ['from an odd host home', { page: HEALTH, landing: 'home' }, health, home()],
    [
      'from S3’s old host',
      { page: 'https://s3.console.aws.amazon.com/s3/buckets/x?region=us-west-2', startUrl: 'lambda/home' },
      'https://s3.console.aws.amazon.com/s3/buckets?region=us-west-2',
      'https://console.aws.amazon.com/lambda/home?region=us-west-2',
    ],
    [
      'by way of a page in its own region, however the setting is',
      { page: ITEM, startUrl: lightsail, region: 'eu-west-1', landing: 'same-page' },
      first,
      `${lightsail}?region=eu-west-1`,
    ],
  ])('%s', (_name, said, url, goOnTo) => {
    expect(land(said, false)).toEqual({ url, goOnTo });
    // A multi-session request leads there at once.
    expect(land(said, true)).toEqual({ url: goOnTo, goOnTo: undefined });
  });
});

describe('without a page to begin from, one lands', () => {
  const s3 = serviceNamed('s3');
  it.each<[string, Partial<LandingRole>, ConsoleService | undefined, string | undefined]>([
    ['where the portal says', {}, undefined, undefined],
    ['at home in the role’s region', { region: 'eu-west-1' }, undefined, `${home()}?region=eu-west-1`],
    ['on the role’s own page', { startUrl: 'lambda/home' }, undefined, 'https://console.aws.amazon.com/lambda/home'],
    ['on its own host', { startUrl: HEALTH }, undefined, HEALTH],
    [
      'on the service that is asked for',
      { startUrl: HEALTH, region: 'eu-west-1' },
      s3,
      'https://console.aws.amazon.com/s3/home?region=eu-west-1',
    ],
    [
      'where the portal says, for another partition’s page',
      { startUrl: 'https://console.amazonaws.cn/x' },
      undefined,
      undefined,
    ],
  ])('%s', (_name, role, service, url) => {
    expect(landingFromOutside({ region: undefined, startUrl: undefined, ...role }, { service }, PARTITIONS.aws)).toBe(
      url,
    );
  });

  it('in every partition', () => {
    for (const partition of Object.values(PARTITIONS)) {
      const region = partition.defaultRegion;
      const url = landingFromOutside({ region, startUrl: undefined }, { service: s3 }, partition);
      expect(url).toBe(`https://${partition.consoleHost}/s3/home?region=${region}`);
    }
  });
});

describe('wherever one is and whatever the role says', () => {
  const pages = fc.oneof(
    fc.constantFrom(LIST, ITEM, HEALTH, `${LABELLED}/s3/home`, 'https://s3.console.aws.amazon.com/s3/buckets/x'),
    fc.webUrl(),
    fc.string(),
  );
  const startUrls = fc.oneof(
    fc.constantFrom('s3', 's3/home', HEALTH, `${LABELLED}/x`, 'https://console.amazonaws.cn/s3/home'),
    fc.webPath(),
    fc.string(),
  );
  const asked = fc.record({
    page: pages,
    landing: fc.constantFrom<Settings['landing']>('service', 'same-page', 'home'),
    written: fc.option(startUrls, { nil: undefined }),
    service: fc.option(fc.constantFrom(...CONSOLE_SERVICES), { nil: undefined }),
    region: fc.constantFrom(undefined, 'eu-west-1'),
    mayLeaveHost: fc.boolean(),
  });

  it('no host is made up, and a form never leaves the page’s', () => {
    fc.assert(
      fc.property(asked, ({ page, written, region, landing, service, mayLeaveHost }) => {
        const role: LandingRole = { region, startUrl: written === undefined ? undefined : parseStartUrl(written) };
        const start = { pageUrl: page, partition: PARTITIONS.aws, mayLeaveHost };
        const { url, goOnTo } = planLanding(role, { landing, service }, start);
        for (const one of [url, ...(goOnTo === undefined ? [] : [goOnTo])]) {
          const { hostname, protocol } = new URL(one);
          expect(protocol).toBe('https:');
          expect(partitionOfConsoleHost(hostname)?.id).toBe('aws');
          expect(hostname).not.toMatch(/^\d{12}-/);
        }
        if (!mayLeaveHost && URL.canParse(page) && partitionOfConsoleHost(new URL(page).hostname)?.id === 'aws') {
          expect(new URL(url).hostname).toBe(new URL(page).hostname.replace(/^\d{12}-[a-z0-9-]+\./, ''));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function home(): string {
  return 'https://console.aws.amazon.com/console/home';
}
