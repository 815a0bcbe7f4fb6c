import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { answerYesFor } from '../browsers/allow-host.ts';
import { type ExtensionGlobals, labels, openMenu } from '../browsers/hatrack.ts';
import { BEHIND, openOptions } from '../browsers/options-editor.ts';
import { TeamSite } from '../console/team-site.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { addSource, cardText, check, press, review, waitForCard } from './team-page.ts';

const HOST = 'config.example.test';
const URL_OF_TEAM = `https://${HOST}/team.ini`;
const PERSONAL = '[mine]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n';
const TEAM = '[team-dev]\nrole_arn = arn:aws:iam::333333333333:role/Developer\ncolor = 00a6ff\n';
const MORE = `${TEAM}[team-read]\nrole_arn = arn:aws:iam::333333333333:role/ReadOnly\n`;

const site = new TeamSite();
const elsewhere = new TeamSite();
const sites = { [HOST]: site.listener, 'elsewhere.example.test': elsewhere.listener };

/** Starts anew: no sources, no permission, one role of the user's own. */
async function begin(world: World): Promise<Page> {
  await world.rig.evaluateInExtension(async () => {
    const { chrome } = globalThis as unknown as TeamGlobals;
    await chrome.storage.local.remove('team');
    await chrome.permissions.remove({ origins: ['https://config.example.test/*'] });
  });
  await saveConfig(world, PERSONAL);
  await answerYesFor(world.rig, HOST);
  elsewhere.answerWith((response) => response.writeHead(200).end(TEAM));
  return openOptions(world.rig);
}

interface TeamGlobals {
  readonly chrome: ExtensionGlobals['chrome'] & {
    readonly storage: { readonly local: { remove(key: string): Promise<void> } };
    readonly permissions: {
      remove(wanted: { origins: string[] }): Promise<boolean>;
      contains(wanted: { origins: string[] }): Promise<boolean>;
    };
    readonly alarms: {
      create(name: string, when: { when: number }): Promise<void>;
      get(name: string): Promise<object | undefined>;
    };
  };
}

/** Adds the team's address, with a text that is used at once. */
async function beginWith(world: World, text: string): Promise<Page> {
  const page = await begin(world);
  site.serve(text);
  await addSource(page, { url: URL_OF_TEAM, update: 'automatic' });
  await waitForCard(page, 'In use since');
  return page;
}

async function menuLabels(world: World): Promise<string[]> {
  const page = await openConsole(world);
  const found = labels(await openMenu(page));
  await page.close();
  return found;
}

/** Everything that is stored on this device and for the others. */
function stored(world: World, area: 'local' | 'sync'): Promise<string> {
  return world.rig.evaluateInExtension(
    async (name) => JSON.stringify(await (globalThis as unknown as ExtensionGlobals).chrome.storage[name].get(null)),
    area,
  );
}

inBothBrowsers(
  'a team configuration from an address',
  (world) => {
    it('is looked at before it is used, and then its roles are in the menu', async () => {
      const page = await begin(world());
      site.answerWith((response) =>
        response.writeHead(200, { 'set-cookie': 'session=1; Secure; SameSite=None' }).end(),
      );
      const visit = await world().rig.newPage();
      await visit.goto(URL_OF_TEAM);
      await visit.close();
      site.serve(TEAM);

      await addSource(page, { url: URL_OF_TEAM });
      await waitForCard(page, 'Look at it before it is used');
      expect(await menuLabels(world())).toEqual(['mine']);
      expect(await review(page)).toBe('Roles added: 1, changed: 0, removed: 0.');
      await press(page, 'Use it', 'dialog');
      await waitForCard(page, 'In use since');
      expect(await menuLabels(world())).toEqual(['team-dev', 'mine']);

      expect(site.requests).toHaveLength(1);
      const { headers } = site.requests[0] ?? {};
      for (const name of ['cookie', 'referer', 'authorization', 'if-none-match'])
        expect(headers).not.toHaveProperty(name);
      expect(JSON.stringify(headers)).not.toContain(world().rig.extensionOrigin.split('//')[1]);
    });

    it('is asked for only when it has changed, and a change waits, or is put off, or is used by itself', async () => {
      const page = await begin(world());
      site.serve(TEAM);
      await addSource(page, { url: URL_OF_TEAM });
      await waitForCard(page, 'Look at it before it is used');
      await review(page);
      await press(page, 'Use it', 'dialog');
      await check(page);
      expect(site.requests.at(-1)?.headers['if-none-match']).toBe(`"${TEAM.length}"`);

      site.serve(MORE);
      await check(page);
      await waitForCard(page, 'A change that came on .* waits for you');
      expect(await review(page)).toBe('Roles added: 1, changed: 0, removed: 0.');
      await press(page, 'Not now', 'dialog');
      await waitForCard(page, 'You have put off the change');
      expect(await menuLabels(world())).toEqual(['team-dev', 'mine']);

      await page.select('.team-source select', 'automatic');
      await expect.poll(() => cardText(page)).toMatch(/Roles and bases: 2/);
      expect(await menuLabels(world())).toEqual(['team-dev', 'team-read', 'mine']);
      site.serve(TEAM.replace('00a6ff', 'ff0000'));
      await check(page);
      await expect.poll(() => cardText(page)).toMatch(/Roles and bases: 1/);
      expect(await cardText(page)).not.toMatch(/waits|put off/);
    });

    it('stays as it was, whatever comes in its place', async () => {
      const page = await beginWith(world(), TEAM);
      const cases: readonly [sentence: string, begin: () => void][] = [
        [
          'The server has a problem \\(status 500\\)',
          () => site.answerWith((response) => response.writeHead(500).end()),
        ],
        [
          'no such file on the server \\(status 404\\)',
          () => site.answerWith((response) => response.writeHead(404).end()),
        ],
        [
          'refuses to give the file \\(status 403\\)',
          () => site.answerWith((response) => response.writeHead(403).end()),
        ],
        ['could not be reached', () => site.answerWith((response) => response.destroy())],
        ['A web page came instead', () => site.serve('<!DOCTYPE html><form>Sign in</form>', '"h"', 'text/plain')],
        ['A web page came instead', () => site.serve(MORE, '"h2"', 'text/html')],
        ['not a text file \\(image/png\\)', () => site.serve(MORE, '"p"', 'image/png')],
        ['not a text in UTF-8', () => site.serve('a\0b', '"b"')],
        ['larger than 5 MB', () => site.serveEndlessly(200_000_000)],
        [
          'leads to a site that you have not allowed',
          () =>
            site.answerWith((response) =>
              response.writeHead(302, { location: 'https://elsewhere.example.test/x' }).end(),
            ),
        ],
      ];
      for (const [sentence, start] of cases) {
        start();
        await check(page);
        await waitForCard(page, sentence);
        expect(await cardText(page)).toMatch(/The text of .* stays in use/);
        // A few more are on the way, in the buffers of server, proxy and browser.
        if (sentence.includes('5 MB')) expect(site.bytesSent).toBeLessThan(50_000_000);
      }
      expect(await menuLabels(world())).toEqual(['team-dev', 'mine']);

      // A text with nothing in it waits, even though updates are automatic.
      site.serve('this is no configuration\n', '"n"');
      await check(page);
      await waitForCard(page, 'A change that came on');
      expect(await cardText(page)).not.toContain('stays in use');
      expect(await review(page)).toBe('Roles added: 0, changed: 0, removed: 1.');
      expect(await page.$eval('dialog', ({ textContent }) => textContent)).toContain('no role and no base');
      await page.close();
      expect(await menuLabels(world())).toEqual(['team-dev', 'mine']);
    });

    it('gives up on a server that never answers', async () => {
      const page = await beginWith(world(), TEAM);
      site.answerWith(() => undefined);
      const start = Date.now();
      await check(page);
      await waitForCard(page, 'did not send the file within 15 seconds');
      expect(Date.now() - start).toBeGreaterThan(14_000);
    });

    it('is taken only as it is pinned', async () => {
      const page = await begin(world());
      site.serve(TEAM);
      const sha256 = createHash('sha256').update(TEAM).digest('hex');
      await addSource(page, { url: URL_OF_TEAM, sha256: sha256.toUpperCase(), update: 'automatic' });
      await waitForCard(page, `In use since.*Only the text with this SHA-256 is taken: ${sha256}`);
      site.serve(MORE);
      await check(page);
      await waitForCard(page, 'not the one with the pinned SHA-256');
      expect(await menuLabels(world())).toEqual(['team-dev', 'mine']);
    });

    it('gets the header that the user set, which goes nowhere else and is not shown again', async () => {
      const page = await begin(world());
      site.serve(TEAM);
      await addSource(page, { url: URL_OF_TEAM, headerName: 'Private-Token', headerValue: 's3cret-value' });
      await waitForCard(page, 'Request header Private-Token: set');
      await waitForCard(page, 'Look at it before it is used');
      expect(site.requests[0]?.headers['private-token']).toBe('s3cret-value');
      site.answerWith((response) => response.writeHead(302, { location: 'https://elsewhere.example.test/x' }).end());
      await check(page);
      await waitForCard(page, 'the request header must not go there');
      expect(elsewhere.requests).toEqual([]);
      await page.reload({ waitUntil: [] });
      await waitForCard(page, 'Request header Private-Token: set');
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('s3cret');
      expect(await stored(world(), 'sync')).not.toContain('s3cret');
    });

    it('loses its credentials before it is kept', async () => {
      const page = await beginWith(world(), `${TEAM}aws_secret_access_key = verysecret\n`);
      await waitForCard(page, 'Lines with credentials were taken out: 1');
      const { packed } = JSON.parse(await stored(world(), 'local')).team.data.sources[0].used;
      expect(inflateRawSync(Buffer.from(packed, 'base64')).toString()).toBe(TEAM);
    });

    it('is not read without the permission, which goes with the source', async () => {
      const page = await beginWith(world(), TEAM);
      const isAllowed = () =>
        world().rig.evaluateInExtension(() =>
          (globalThis as unknown as TeamGlobals).chrome.permissions.contains({
            origins: ['https://config.example.test/*'],
          }),
        );
      await world().rig.evaluateInExtension(() =>
        (globalThis as unknown as TeamGlobals).chrome.permissions.remove({
          origins: ['https://config.example.test/*'],
        }),
      );
      await waitForCard(page, 'does not let Hatrack read from this site.*Allow access to config.example.test');
      site.serve(MORE);
      await press(page, 'Allow access to config.example.test');
      await expect.poll(() => cardText(page)).toMatch(/Roles and bases: 2/);
      expect(await isAllowed()).toBe(true);
      await press(page, 'Remove');
      await page.waitForSelector('.team-source', { hidden: true });
      await expect.poll(isAllowed).toBe(false);
      expect(await menuLabels(world())).toEqual(['mine']);
    });

    it('is checked by alarm, by a background that has ended, and used without a network', async () => {
      const page = await beginWith(world(), TEAM);
      await page.close();
      site.serve(MORE);
      await world().rig.stopBackground();
      // Whoever was at work when the background ended may write what it has read before and set the alarm anew: the
      // source is made due, and the alarm brought forward, until it has rung.
      const bringForward = async () => {
        if (site.requests.length > 0) return site.requests.length;
        await world().rig.evaluateInExtension(async () => {
          const { chrome } = globalThis as unknown as TeamGlobals;
          await navigator.locks.request('hatrack-storage', async () => {
            const { team } = (await chrome.storage.local.get('team')) as {
              team: { data: { sources: { nextAt: number }[] } };
            };
            for (const source of team.data.sources) source.nextAt = 1;
            await chrome.storage.local.set({ team });
          });
          await chrome.alarms.create('team', { when: Date.now() + 100 });
        });
        return site.requests.length;
      };
      await expect.poll(bringForward, { timeout: 20_000, interval: 1_000 }).toBe(1);
      await expect.poll(() => stored(world(), 'local'), { timeout: 10_000 }).toMatch(/"usable":2/);
      const alarm = () =>
        world().rig.evaluateInExtension(() => (globalThis as unknown as TeamGlobals).chrome.alarms.get('team'));
      await expect.poll(alarm).toMatchObject({ name: 'team' });
      site.answerWith((response) => response.destroy());
      await world().rig.restart();
      expect(await menuLabels(world())).toEqual(['team-dev', 'team-read', 'mine']);
    });

    it('says what is wrong with an address before anything is asked for', async () => {
      const page = await begin(world());
      site.serve(TEAM);
      const cases: readonly [Parameters<typeof addSource>[1], RegExp][] = [
        [{ url: 'http://config.example.test/' }, /begins with https/],
        [{ url: 'https://jo:pw@config.example.test/' }, /user name or password/],
        [{ url: URL_OF_TEAM, headerName: 'Cookie', headerValue: 'a=b' }, /enter another one/],
        [{ url: URL_OF_TEAM, sha256: 'abc' }, /64 digits/],
      ];
      for (const [fields, sentence] of cases) {
        await addSource(page, fields);
        await page.waitForSelector('dialog [role=alert]');
        expect(await page.$eval('dialog [role=alert]', ({ textContent }) => textContent)).toMatch(sentence);
        await page.keyboard.press('Escape');
        // Closed is not enough: it has to be gone, or the next one is typed into this one.
        await page.waitForFunction(() => !document.querySelector('dialog'), BEHIND);
      }
      expect(site.requests).toEqual([]);
    });
  },
  // Chromium itself says so where a redirect leads to a site that is not allowed.
  { sites, expectedErrors: /Access to fetch at .* has been blocked by CORS policy/ },
);
