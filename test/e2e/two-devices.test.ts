import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { retryTime } from '../../src/core/saved/sync-status.ts';
import { clickOn } from '../browsers/click-still.ts';
import { type ExtensionGlobals, putConfig } from '../browsers/hatrack.ts';
import { launchBrowser, type Rig } from '../browsers/launch.ts';
import { openOptions } from '../browsers/options-editor.ts';
import { inBothBrowsers } from './harness.ts';

/** A browser may refuse the first time; then it is tried again. */
const AFTER_A_REFUSAL = { timeout: retryTime(1, 0) + 15_000 };

const START = `# The team's accounts
[jump]
aws_account_id = 111111111111

[dev]
role_arn = arn:aws:iam::333333333333:role/Developer
color = blue
`;

async function syncItems(rig: Rig): Promise<Record<string, unknown>> {
  return rig.evaluateInExtension(async () => (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.get(null));
}

/** Does what the sync service does: these items come from one device to the other. */
async function deliver(items: Record<string, unknown>, to: Rig): Promise<void> {
  await to.evaluateInExtension(async (brought) => {
    await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.set(brought);
  }, items);
}

async function savedText(rig: Rig): Promise<string> {
  return rig.evaluateInExtension(async () => {
    const { config } = await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.get('config');
    return (config as { data?: { text: string } } | undefined)?.data?.text ?? '';
  });
}

/** Waits until the device has handed over what it saved. */
async function handedOver(rig: Rig): Promise<Record<string, unknown>> {
  await expect.poll(() => stateOf(rig), AFTER_A_REFUSAL).toBe('handed over');
  return syncItems(rig);
}

/** Whether storage.sync has what the device saved; if not, what the background has noted about it. */
async function stateOf(rig: Rig): Promise<string> {
  return rig.evaluateInExtension(async () => {
    const { local, sync } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const { config, syncStatus } = (await local.get(['config', 'syncStatus'])) as {
      config?: { data: { id: string } };
      syncStatus?: { data: unknown };
    };
    const { config: head } = (await sync.get('config')) as { config?: unknown[] };
    if (config !== undefined && head?.[1] === config.data.id) return 'handed over';
    return `${config?.data.id} is here, ${head?.[1]} there: ${JSON.stringify(syncStatus?.data)}`;
  });
}

async function chooseTheirs(page: Page): Promise<void> {
  await clickOn(page, '.sync-conflict button.primary');
  await page.waitForSelector('dialog fieldset');
  expect(await page.$eval('dialog', (dialog) => dialog.textContent)).toContain('red');
  await clickOn(page, 'dialog input[type=radio][value=theirs]');
  await clickOn(page, 'dialog button.primary:not(:disabled)');
}

inBothBrowsers('two devices of one user', (world) => {
  let other: Rig;
  beforeAll(async () => {
    const { kind, standIn } = world();
    other = await launchBrowser({
      browser: kind,
      extensionDir: kind === 'chromium' ? 'dist/chrome' : 'dist/firefox',
      proxyPort: standIn.proxyPort,
    });
  });
  afterAll(async () => {
    expect(await other.consoleErrors()).toEqual([]);
    await other.close();
  });

  it('have one text: a new device gets it whole, and both get what each of them changed at the same time', {
    timeout: 120_000,
  }, async () => {
    const { rig } = world();
    await putConfig(rig, START);
    await deliver(await handedOver(rig), other);
    await expect.poll(() => savedText(other), { timeout: 10_000 }).toBe(START);

    await putConfig(rig, START.replace('blue', 'green'));
    await putConfig(other, `${START}\n[new]\nrole_arn = arn:aws:iam::222222222222:role/ReadOnly\n`);
    const [mine, theirs] = [await handedOver(rig), await handedOver(other)];
    // Each comes late, in parts, and twice.
    await deliver({ config: mine.config }, other);
    await deliver(mine, other);
    await deliver(theirs, rig);
    await deliver(mine, other);
    const joined = `${START.replace('blue', 'green')}\n[new]\nrole_arn = arn:aws:iam::222222222222:role/ReadOnly\n`;
    for (const device of [rig, other]) await expect.poll(() => savedText(device), { timeout: 10_000 }).toBe(joined);
    // Made of the same two, it is the same version: nothing is left to be joined.
    expect((await handedOver(rig)).config).toEqual((await handedOver(other)).config);
  });

  it('keep both texts where they contradict, until the user has decided', async () => {
    const { rig } = world();
    await putConfig(rig, START);
    await deliver(await handedOver(rig), other);
    await expect.poll(() => savedText(other), { timeout: 10_000 }).toBe(START);
    await putConfig(rig, START.replace('blue', 'red'));
    await putConfig(other, START.replace('blue', 'green'));
    const theirs = await handedOver(rig);
    await handedOver(other);
    await deliver(theirs, other);

    const page = await openOptions(other);
    await page.waitForSelector('.sync-conflict');
    expect(await savedText(other)).toBe(START.replace('blue', 'green'));
    await chooseTheirs(page);
    await expect.poll(() => savedText(other), { timeout: 10_000 }).toBe(START.replace('blue', 'red'));
    await deliver(await handedOver(other), rig);
    await expect.poll(async () => (await syncItems(rig)).config).toEqual((await syncItems(other)).config);
    await expect.poll(() => savedText(rig)).toBe(START.replace('blue', 'red'));
  });
});
