// The section for team configurations on the options page, as a user works it.
import type { Page } from 'puppeteer-core';
import { clickOn, clickStill } from '../browsers/click-still.ts';
import { BEHIND } from '../browsers/options-editor.ts';

export const ADD = '.team > .buttons button';
const CARD = '.team-source';

interface NewSource {
  readonly url: string;
  readonly headerName?: string;
  readonly headerValue?: string;
  readonly sha256?: string;
  readonly update?: 'ask' | 'automatic';
}

/** Fills in the form for a new address and sends it. */
export async function addSource(page: Page, { update = 'ask', ...fields }: NewSource): Promise<void> {
  await clickOn(page, ADD);
  // Before it is open, nothing in it takes keys.
  await page.waitForSelector('dialog[open] form');
  for (const [name, value] of Object.entries(fields)) await page.type(`dialog input[name=${name}]`, value);
  await page.select('dialog form select', update);
  await clickOn(page, 'dialog form button.primary');
}

/** Waits until the first source says this. */
export async function waitForCard(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction(
    (selector, pattern) => new RegExp(pattern).test(document.querySelector(selector)?.textContent ?? ''),
    BEHIND,
    CARD,
    wanted,
  );
}

/** What stands on the first source's card. */
export function cardText(page: Page): Promise<string> {
  return page.$eval(CARD, (card) => card.textContent ?? '');
}

/** Presses a button of the first source by its words. */
export async function press(page: Page, words: string, within = CARD): Promise<void> {
  await page.waitForSelector(`${within} button:not(:disabled)`);
  const buttons = await page.$$(`${within} button:not(:disabled)`);
  for (const button of buttons) {
    const text = await button.evaluate((element) => element.textContent);
    if (text === words) return clickStill(button);
  }
  throw new Error(`No button “${words}”`);
}

/** Checks the first source now, and waits until that is over. */
export async function check(page: Page): Promise<void> {
  await press(page, 'Check now');
  await page.waitForFunction(
    (selector) =>
      [...document.querySelectorAll(`${selector} button`)].some(({ textContent }) => textContent === 'Check now'),
    BEHIND,
    CARD,
  );
}

/** Looks at the change that waits, and waits until it is drawn. Gives its summary. */
export async function review(page: Page): Promise<string> {
  await press(page, 'Look at the change');
  await page.waitForSelector('dialog .diff .cm-content');
  return page.$eval('dialog .team-counts', (summary) => summary.textContent ?? '');
}
