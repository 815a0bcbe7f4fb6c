import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { EXTENSION_UUID, geckoId } from '../browsers/firefox-install.ts';
import { labels, openMenu } from '../browsers/hatrack.ts';
import { BEHIND, openOptions } from '../browsers/options-editor.ts';
import { waitUntil } from '../browsers/wait-until.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { cardText, press, review, waitForCard } from './team-page.ts';

const SENDER = resolve('test/fixtures/sender-extension');
const SENDER_UUID = '22222222-3333-4444-8555-666666666666';
const TEXT = '[sent-dev]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n';
const uuids = { [await geckoId('dist/firefox')]: EXTENSION_UUID, [await geckoId(SENDER)]: SENDER_UUID };

interface SenderGlobals {
  readonly browser?: SenderApi;
  readonly chrome: SenderApi;
}

interface SenderApi {
  readonly runtime: { sendMessage(extensionId: string, message: unknown): Promise<unknown> };
}

/** A page of the other extension: its manifest, where its APIs exist and nothing else does. */
async function openSender({ rig, kind }: World): Promise<{ readonly page: Page; readonly id: string }> {
  const id = await rig.browser.installExtension(SENDER);
  const url = `${kind === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${SENDER_UUID}`}/manifest.json`;
  const page = await rig.newPage();
  await page.goto(url, { waitUntil: [] });
  await waitUntil('the sender’s page', () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url).catch(() => false),
  );
  return { page, id };
}

/** Sends what a sender for AWS Extend Switch Roles sends, or something else. */
async function send(world: World, page: Page, message: unknown): Promise<unknown> {
  const { kind, rig } = world;
  const to = kind === 'chromium' ? new URL(rig.extensionOrigin).host : await geckoId('dist/firefox');
  const answer = await page.evaluate(
    async (id, sent) => {
      const { browser, chrome } = globalThis as unknown as SenderGlobals;
      try {
        return JSON.stringify((await (browser ?? chrome).runtime.sendMessage(id, sent)) ?? 'no answer');
      } catch {
        return '"no answer"';
      }
    },
    to,
    message,
  );
  return JSON.parse(answer);
}

const config = (data: unknown) => ({ action: 'updateConfig', dataType: 'ini', data });
const failure = (message: unknown) => ({ result: 'failure', error: { message } });

async function menuLabels(world: World): Promise<string[]> {
  const page = await openConsole(world);
  const found = labels(await openMenu(page));
  await page.close();
  return found;
}

inBothBrowsers(
  'a configuration that another extension sends',
  (world) => {
    it('is taken only after the user has allowed that extension', async () => {
      await saveConfig(world(), '[mine]\nrole_arn = arn:aws:iam::333333333333:role/ReadOnly\n');
      const { page: sender, id } = await openSender(world());
      await world().rig.stopBackground();
      expect(await send(world(), sender, config(TEXT))).toEqual(
        failure(expect.stringMatching(/options page and allow/)),
      );
      expect(await menuLabels(world())).toEqual(['mine']);

      const page = await openOptions(world().rig);
      await page.waitForSelector('.team > [role=alert]');
      expect(await page.$eval('.team > [role=alert]', ({ textContent }) => textContent)).toContain(id);
      await press(page, 'Allow', '.team > [role=alert]');
      await waitForCard(page, 'Nothing from here is in use yet');

      expect(await send(world(), sender, config(TEXT))).toEqual({ result: 'success' });
      await waitForCard(page, 'In use since .*Last received');
      expect(await menuLabels(world())).toEqual(['sent-dev', 'mine']);
      await page.close();
      await sender.close();
    });

    it('has the same limits as any other, and the answer says so', async () => {
      const { page: sender } = await openSender(world());
      const cases: readonly [message: unknown, answer: unknown][] = [
        [config('<!DOCTYPE html><title>Sign in</title>'), failure(expect.stringContaining('A web page came'))],
        [config(`${TEXT}${'#'.repeat(6_000_000)}`), failure(expect.stringContaining('larger than 5 MB'))],
        [config('not a configuration'), failure(expect.stringContaining('no role and no base'))],
        [config(''), failure(expect.stringContaining('dataType "ini"'))],
        [{ action: 'updateConfig', dataType: 'json', data: '{}' }, failure(expect.stringContaining('dataType "ini"'))],
        [config({ text: TEXT }), failure(expect.stringContaining('dataType "ini"'))],
        [{ action: 'getConfig' }, 'no answer'],
        [{ api: 'background', name: 'listRoles' }, 'no answer'],
        [{ api: 'team', name: 'checkTeam', input: 'x' }, 'no answer'],
      ];
      for (const [message, answer] of cases) expect(await send(world(), sender, message)).toEqual(answer);
      expect(await menuLabels(world())).toEqual(['sent-dev', 'mine']);
      expect(await send(world(), sender, config(`${TEXT}aws_session_token = verysecret\n`))).toEqual({
        result: 'success',
      });
      const page = await openOptions(world().rig);
      await waitForCard(page, 'In use since');
      await page.close();
      await sender.close();
    });

    it('waits where the user wants to see it first, and is forgotten with the extension', async () => {
      const { page: sender } = await openSender(world());
      const page = await openOptions(world().rig);
      await waitForCard(page, 'In use since');
      await page.select('.team-source select', 'ask');
      await page.waitForFunction(
        () => document.querySelector<HTMLSelectElement>('.team-source select')?.value === 'ask',
        BEHIND,
      );
      expect(await send(world(), sender, config(TEXT.replaceAll('sent-dev', 'sent-new')))).toEqual({
        result: 'success',
      });
      await waitForCard(page, 'A change that came on .* waits');
      expect(await menuLabels(world())).toEqual(['sent-dev', 'mine']);
      expect(await review(page)).toBe('Roles added: 1, changed: 0, removed: 1.');
      await press(page, 'Use it', 'dialog');
      await expect.poll(() => cardText(page)).not.toContain('waits');
      expect(await menuLabels(world())).toEqual(['sent-new', 'mine']);
      await press(page, 'Remove');
      await page.waitForSelector('.team-source', { hidden: true });
      expect(await send(world(), sender, config(TEXT))).toMatchObject({ result: 'failure' });
      await page.waitForSelector('.team > [role=alert]');
      await press(page, 'Ignore', '.team > [role=alert]');
      await page.waitForSelector('.team > [role=alert]', { hidden: true });
      expect(await send(world(), sender, config(TEXT))).toMatchObject({ result: 'failure' });
      expect(await menuLabels(world())).toEqual(['mine']);
      expect(await page.$('.team > [role=alert]')).toBeNull();
      await page.close();
      await sender.close();
    });
  },
  { firefoxPrefs: { 'extensions.webextensions.uuids': JSON.stringify(uuids) } },
);
