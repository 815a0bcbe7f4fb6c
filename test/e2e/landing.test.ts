import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { find, type ShadowNode, waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import type { RecordedRequest } from '../console/stand-in.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';

const HOST = 'https://us-east-1.console.aws.amazon.com';
const LIST = `${HOST}/ec2/home?region=us-east-1#Instances:`;
const FILTERED = `${LIST}instanceId=i-0123456789abcdef0`;
const ITEM = `${HOST}/ec2/home?region=us-east-1#InstanceDetails:instanceId=i-0123456789abcdef0`;
const HEALTH = 'https://health.aws.amazon.com/health/home';
const LIGHTSAIL = 'https://lightsail.aws.amazon.com/ls/webapp/home';

const CONFIG = `[payments-prod]
role_arn = arn:aws:iam::222222222222:role/ReadOnly
region = eu-west-1

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer

[refused]
role_arn = arn:aws:iam::666666666666:role/Admin
start_url = ${LIGHTSAIL}
`;

const withStartUrl = (startUrl: string) =>
  `[own-page]\nrole_arn = arn:aws:iam::333333333333:role/Developer\nstart_url = ${startUrl}\n`;

const isPost = ({ method }: { method: string }) => method === 'POST';
const isSwitch = ({ method, path }: RecordedRequest) => method === 'POST' && path.endsWith('/v1/switchrole');

/** A page at the host of one session of several. */
const labelled = (account: string, rest: string) => new RegExp(`^https://${account}-[a-z0-9]+\\.${rest}$`);

/** Where the form asked to land, as the sign-in host reads it. */
async function landingOf({ standIn }: World): Promise<string> {
  const { form, status } = await standIn.waitForRequest(isPost);
  expect(status).toBe(302);
  return decodeURIComponent(form?.redirect_uri ?? '');
}

function setLanding({ rig }: World, landing: string): Promise<void> {
  return rig.evaluateInExtension(async (chosen) => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    await local.set({ settings: { v: 1, data: { landing: chosen, changedAt: {} } } });
  }, landing);
}

/** Types a query and waits until the first row, which Enter chooses, has this name. */
async function search(page: Page, query: string, name: RegExp): Promise<ShadowNode> {
  await page.keyboard.type(query);
  return waitForShadow(page, MENU, (tree) =>
    find(tree, { role: 'option', name, attribute: { 'aria-selected': 'true' } }),
  );
}

async function switchTo(page: Page, role: string): Promise<void> {
  await openMenu(page);
  await narrowTo(page, role, role);
  pressEnter(page);
}

inBothBrowsers('where a switch lands', (world) => {
  it.each([
    ['service', FILTERED, LIST],
    ['service', ITEM, `${HOST}/ec2/home?region=us-east-1`],
    ['service', `${HOST}/s3/buckets/my-bucket?region=us-east-1&tab=objects`, `${HOST}/s3/buckets?region=us-east-1`],
    ['same-page', ITEM, ITEM],
    ['home', ITEM, `${HOST}/console/home?region=us-east-1`],
  ])('as the setting says: %s, from %s', async (landing, from, to) => {
    await saveConfig(world(), CONFIG);
    await setLanding(world(), landing);
    const page = await openConsole(world(), { to: from });
    await switchTo(page, 'payments-dev');
    expect(await landingOf(world())).toBe(to);
    await waitForUrl(page, to);
    await setLanding(world(), 'service');
  });

  it('without what belongs to the account on the way back as well', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: ITEM, identity: 'switched' });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('.session .link-button');
    await popup.click('.session .link-button');
    expect(await landingOf(world())).toBe(`${HOST}/ec2/home?region=us-east-1`);
  });

  it.each([
    ['a path', 'lambda/home#/functions', `${HOST}/lambda/home?region=us-east-1#/functions`],
    ['a service', 'dynamodb', `${HOST}/dynamodbv2/home?region=us-east-1`],
    ['a whole address', `${HOST}/iam/home#/roles`, `${HOST}/iam/home?region=us-east-1#/roles`],
    [
      'a whole address in another region',
      'https://eu-west-1.console.aws.amazon.com/sqs/v3/home#/queues',
      `${HOST}/sqs/v3/home?region=eu-west-1#/queues`,
    ],
  ])('on the role’s own page: %s', async (_name, startUrl, to) => {
    await saveConfig(world(), withStartUrl(startUrl));
    const page = await openConsole(world(), { to: ITEM });
    await switchTo(page, 'own-page');
    expect(await landingOf(world())).toBe(to);
    await waitForUrl(page, to);
    expect(world().standIn.cspViolations).toEqual([]);
  });

  it('on the role’s own page on another host in a second step, which leaves no first one behind', async () => {
    await saveConfig(world(), withStartUrl(LIGHTSAIL));
    const page = await openConsole(world(), { to: ITEM });
    const before = await page.evaluate(() => history.length);
    await switchTo(page, 'own-page');
    expect(await landingOf(world())).toBe(`${HOST}/ec2/home?region=us-east-1`);
    await waitForUrl(page, LIGHTSAIL);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    expect(world().standIn.cspViolations).toEqual([]);
    await page.goBack({ waitUntil: 'domcontentloaded' });
    expect(page.url()).toBe(ITEM);
    await openMenu(page);
    expect(page.url()).toBe(ITEM);
  });

  it('on a whole address at its own host, whichever that is, with multi-session support', async () => {
    await saveConfig(world(), withStartUrl('https://eu-west-1.console.aws.amazon.com/sqs/v3/home'));
    const page = await openConsole(world(), { to: ITEM, multiSession: true });
    await switchTo(page, 'own-page');
    const { json } = await world().standIn.waitForRequest(isSwitch);
    expect(json).toMatchObject({
      redirectUri: 'https://eu-west-1.console.aws.amazon.com/sqs/v3/home?region=eu-west-1',
    });
    const there = 'eu-west-1\\.console\\.aws\\.amazon\\.com/sqs/v3/home\\?region=eu-west-1';
    await (await waitForTab(world(), labelled('333333333333', there))).close();

    world().standIn.clear();
    await saveConfig(world(), withStartUrl(LIGHTSAIL));
    await page.bringToFront();
    await switchTo(page, 'own-page');
    expect((await world().standIn.waitForRequest(isSwitch)).json).toMatchObject({ redirectUri: LIGHTSAIL });
    await (await waitForTab(world(), /^https:\/\/lightsail\./)).close();
  });

  it('from another host on a service of the console, the popup’s choice as well', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: HEALTH });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[aria-label^="payments-dev"]');
    await popup.type('prod s3');
    await popup.waitFor('[aria-selected="true"][aria-label^="payments-prod"][aria-label$="→ S3"]');
    await popup.press('Enter');
    expect(await landingOf(world())).toBe(HEALTH);
    await waitForUrl(page, 'https://console.aws.amazon.com/s3/home?region=eu-west-1');
    expect(world().standIn.cspViolations).toEqual([]);
  });

  it('stays where a switch that was refused has left the tab', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: LIST });
    await switchTo(page, 'refused');
    await waitForUrl(page, /signin\.aws\.amazon\.com\/switchrole/);
    await page.goto(LIST, { waitUntil: 'domcontentloaded' });
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await openMenu(page);
    expect(page.url()).toBe(LIST);
  });

  it('stays where a page makes the mark of a second step itself', async () => {
    await saveConfig(world(), withStartUrl(LIGHTSAIL));
    const page = await openConsole(world(), { to: LIST });
    await page.evaluate(() => sessionStorage.setItem('hatrack:go-on', 'https://evil.example/'));
    await page.reload({ waitUntil: 'domcontentloaded' });
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await openMenu(page);
    expect(page.url()).toBe(LIST);
  });
});

inBothBrowsers('a service that the search names', (world) => {
  it('is shown beside the roles that the other words find, and is where the switch lands', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: ITEM });
    await openMenu(page);
    const row = await search(page, 'prod s3', /^payments-prod, .*, → S3$/);
    expect(JSON.stringify(row.children)).toContain('"data-text":"→ S3"');
    pressEnter(page);
    const to = `${HOST}/s3/home?region=eu-west-1`;
    expect(await landingOf(world())).toBe(to);
    await waitForUrl(page, to);
  });

  it('alone lists every role, and counts each once', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: ITEM });
    await openMenu(page);
    await search(page, 'ec2', /^payments-prod, .*, → EC2$/);
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'status', text: '3 of 3 roles' }));
    await page.keyboard.press('ArrowDown');
    await waitForShadow(page, MENU, (tree) =>
      find(tree, { role: 'option', name: /^payments-dev, .*→ EC2$/, attribute: { 'aria-selected': 'true' } }),
    );
    pressEnter(page);
    expect(await landingOf(world())).toBe(`${HOST}/ec2/home?region=us-east-1`);
  });

  it('is where the popup’s switch lands', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: ITEM });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[aria-label^="payments-dev"]');
    await popup.type('cfn dev');
    await popup.waitFor('[aria-selected="true"][aria-label$="→ CloudFormation"]');
    await popup.press('Enter');
    expect(await landingOf(world())).toBe(`${HOST}/cloudformation/home?region=us-east-1`);
    await popup.waitForClose();
  });

  it('is where a multi-session switch opens, from the menu and from the popup', async () => {
    await saveConfig(world(), CONFIG);
    const page = await openConsole(world(), { to: ITEM, multiSession: true });
    await openMenu(page);
    await search(page, 'prod s3', /→ S3$/);
    pressEnter(page);
    const request = await world().standIn.waitForRequest(isSwitch);
    expect(request.json).toMatchObject({ redirectUri: `${HOST}/s3/home?region=eu-west-1` });
    const s3 = 'us-east-1\\.console\\.aws\\.amazon\\.com/s3/home\\?region=eu-west-1';
    await (await waitForTab(world(), labelled('222222222222', s3))).close();

    world().standIn.clear();
    await page.bringToFront();
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[aria-label^="payments-dev"]');
    await popup.type('dev lambda');
    await popup.waitFor('[aria-selected="true"][aria-label$="→ Lambda"]');
    await popup.press('Enter');
    const { json } = await world().standIn.waitForRequest(isSwitch);
    expect(json).toMatchObject({ redirectUri: `${HOST}/lambda/home?region=us-east-1` });
    const lambda = 'us-east-1\\.console\\.aws\\.amazon\\.com/lambda/home\\?region=us-east-1';
    await (await waitForTab(world(), labelled('333333333333', lambda))).close();
  });
});
