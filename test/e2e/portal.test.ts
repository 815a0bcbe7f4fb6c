import type { RequestListener } from 'node:http';
import { expect, it } from 'vitest';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, labels, MENU, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab } from './harness.ts';

const PORTAL = 'https://hatrack.awsapps.com/start';
const TEXT = `[sso-session corp]
sso_start_url = ${PORTAL}/
sso_region = us-east-1

[ops]
sso_session = corp
sso_account_id = 333333333333
sso_role_name = Power_User
region = eu-west-1

[reserved]
role_arn = arn:aws:iam::333333333333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Read_Only_0123456789abcdef
start_url = lambda/home#/functions

[china]
sso_start_url = https://start.home.awsapps.cn/directory/hatrack
sso_account_id = 777700002222
sso_role_name = Power_User

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
`;

/** The page that a portal shows, whatever it is asked for. */
const portalPage: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Portal</title>');
};

const link = (fields: string) => `${PORTAL}/#/console?account_id=333333333333&${fields}`;
const console = (rest: string) => encodeURIComponent(`https://console.aws.amazon.com/${rest}`);
/** What is typed, and where the portal's link leads. */
const CASES: [string, string][] = [
  ['ops', link(`role_name=Power_User&destination=${console('console/home?region=eu-west-1')}`)],
  ['ops s3', link(`role_name=Power_User&destination=${console('s3/home?region=eu-west-1')}`)],
  ['reserved', link(`role_name=Read_Only&destination=${console('lambda/home#/functions')}`)],
];

/** What Hatrack remembers of the role that was used last. */
function lastUse({ rig }: World): Promise<unknown> {
  return rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const { personal } = (await local.get('personal')) as { personal?: { data: { uses: unknown[] } } };
    return personal?.data.uses[0];
  });
}

inBothBrowsers(
  'a role that Identity Center’s portal leads to',
  (world) => {
    it.each(CASES)('opens from the console’s menu: %s', async (typed, url) => {
      await saveConfig(world(), TEXT);
      const page = await openConsole(world());
      expect(labels(await openMenu(page))).toEqual(['ops', 'reserved', 'payments-dev']);
      await page.keyboard.type(typed);
      await waitForShadow(page, MENU, (tree) =>
        find(tree, {
          role: 'option',
          name: new RegExp(`^${typed.split(' ')[0]}, `),
          attribute: { 'aria-setsize': '1' },
        }),
      );
      pressEnter(page);
      const opened = await waitForTab(world(), /^https:\/\/hatrack\.awsapps\.com\//);
      await expect.poll(() => opened.url()).toBe(url);
      expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
      await expect
        .poll(() => lastUse(world()))
        .toMatchObject({ base: 'hatrack-jump', role: expect.stringContaining(':AWSReservedSSO_') });
      await opened.close();
    });

    it.each(CASES.slice(0, 1))('opens from the popup over any page: %s', async (typed, url) => {
      await saveConfig(world(), TEXT);
      const page = await world().rig.newPage();
      await page.goto('about:blank');
      const popup = await world().rig.openPopup(page);
      await popup.waitFor('[role=option][aria-disabled=false][aria-label^="ops"]');
      // One that has to be switched to can only be looked up here.
      await popup.waitFor('[role=option][aria-disabled=true][aria-label^="payments-dev"]');
      await popup.type(typed);
      await popup.waitFor('[role=option][aria-label^="ops"][aria-setsize="1"]');
      await popup.press('Enter');
      const opened = await waitForTab(world(), /^https:\/\/hatrack\.awsapps\.com\//);
      await expect.poll(() => opened.url()).toBe(url);
      await popup.waitForClose();
      await opened.close();
    });

    it('is marked where one is in it, and can’t be chosen there', async () => {
      await saveConfig(world(), TEXT.replace('sso_account_id = 333333333333', 'sso_account_id = 111111111111'));
      const page = await openConsole(world(), { identity: 'identity-center' });
      const menu = await openMenu(page);
      const row = find(menu, { role: 'option', name: /^ops, .*You are in this role now\.$/ });
      expect(row?.attributes['aria-disabled']).toBe('true');
    });
  },
  { sites: { 'hatrack.awsapps.com': portalPage } },
);
