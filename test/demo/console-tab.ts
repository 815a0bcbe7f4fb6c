// A tab with the stand-in console, signed in to the jump account, and Hatrack's menu in it.
import type { Page } from 'puppeteer-core';
import { find, inShadow, NO_SHADOW, waitForShadow } from '../browsers/closed-shadow.ts';
import { activeLabel, MENU, openConsoleTab } from '../browsers/hatrack.ts';
import type { Rig } from '../browsers/launch.ts';
import type { SignInOptions, StandIn } from '../console/stand-in.ts';
import { settle } from './settle.ts';

const EC2_PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:';

/** Signs in as an IAM user of the jump account, and waits until Hatrack's button is on the page. */
export function openEc2Tab(rig: Rig, standIn: StandIn, signIn: SignInOptions): Promise<Page> {
  return openConsoleTab(rig, standIn, { identity: 'iam-user', to: EC2_PAGE, ...signIn });
}

/** Types into the open menu and waits until Enter would choose this role. */
export async function typeUntilActive(page: Page, typed: string, label: string): Promise<void> {
  await page.keyboard.type(typed);
  await waitForShadow(
    page,
    MENU,
    (tree) => find(tree, { role: 'combobox' })?.value === typed && activeLabel(tree) === label,
  );
}

/** Waits until the page and its open menu look as they will stay. */
export async function settleMenu(page: Page): Promise<void> {
  await page.evaluate(settle);
  const menu = await inShadow(page, MENU, settle);
  if (menu === NO_SHADOW) throw new Error('The menu closed before it could be pictured.');
}
