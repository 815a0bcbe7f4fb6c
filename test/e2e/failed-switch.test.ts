import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { find, type ShadowNode, waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, MENU, narrowTo, openMenu, pressEnter, waitForButton } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForUrl } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111

[acquired]
role_arn = arn:aws:iam::666666666666:role/Admin
source_profile = jump

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
`;

const PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:';
const REFUSED = 'https://signin.aws.amazon.com/switchrole';

const CAUSES = {
  en: [
    'AWS refused the switch to acquired (6666-6666-6666), and does not say why. What may be behind it:',
    'jo may not assume the role (sts:AssumeRole), or the role’s trust policy names neither jo nor its account. Whoever looks after the account can tell.',
    'The role may want MFA. A switch never asks for it: sign out, and sign in with MFA.',
    'There may be no such role. Capital letters count, and a path is part of the name (team/Admin).',
  ],
  ja: [
    'AWS が acquired（6666-6666-6666）への切り替えを拒否しましたが、理由は示されていません。考えられる原因：',
    'jo にロールを引き受ける権限（sts:AssumeRole）がないか、ロールの信頼ポリシーが jo もそのアカウントも許可していません。アカウントの管理者に確認してください。',
    'ロールが MFA を求めている可能性があります。切り替え時に MFA は求められません。サインアウトし、MFA でサインインし直してください。',
    'ロールが存在しない可能性があります。大文字と小文字は区別され、パスも名前の一部です（team/Admin）。',
  ],
} as const;

/** Chooses a role that AWS refuses, and waits for its page, which says nothing. */
async function beRefused(world: World): Promise<Page> {
  await saveConfig(world, TEXT);
  const page = await openConsole(world, { to: PAGE });
  await choose(page, 'acquired');
  await waitForUrl(page, REFUSED);
  return page;
}

async function choose(page: Page, label: string): Promise<void> {
  await openMenu(page);
  await narrowTo(page, label, label);
  pressEnter(page);
}

/** What is kept of switches whose end is not known. */
function attempts({ rig }: World): Promise<string[]> {
  return rig.evaluateInExtension(async () => {
    const { session } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    return Object.keys(await session.get(null)).filter((key) => key.startsWith('attempt.'));
  });
}

function alertOf(menu: ShadowNode): string | undefined {
  return find(menu, { role: 'alert' })?.text;
}

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  inBothBrowsers(
    `a classic switch that AWS refuses, in ${language}`,
    (world) => {
      it('is explained by the menu of the next console page, once', async () => {
        const page = await beRefused(world());
        await page.goto(PAGE);
        await waitForButton(page);
        expect(alertOf(await openMenu(page))).toBe(CAUSES[language].join(' '));
        await page.keyboard.press('Escape');
        expect(alertOf(await openMenu(page))).toBeUndefined();
      });

      it('is explained by the popup over AWS’s own page', async () => {
        const page = await beRefused(world());
        const popup = await world().rig.openPopup(page);
        await popup.waitFor('[role="alert"]');
        const text = (await popup.text()).replace(/\s+/g, ' ');
        for (const sentence of CAUSES[language]) expect(text).toContain(sentence);
        await popup.press('Escape');
      });
    },
    { language },
  );
});

inBothBrowsers('a classic switch that arrives', (world) => {
  it('is not taken for a refusal after one has gone back by AWS’s own menu', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { to: PAGE });
    await choose(page, 'payments-dev');
    await expect
      .poll(() => page.$eval('[data-stand-in="identity"]', (shown) => shown.textContent).catch(() => undefined))
      .toContain('Developer/jo');
    await expect.poll(() => attempts(world())).toEqual([]);
    await page.goto(world().standIn.signInUrl({ to: PAGE }));
    await waitForButton(page);
    expect(alertOf(await openMenu(page))).toBeUndefined();
  });
});

inBothBrowsers(
  'a classic switch that the page does not send',
  (world) => {
    it('is forgotten, since AWS has never seen it', async () => {
      await saveConfig(world(), TEXT);
      const page = await openConsole(world(), { to: PAGE, csp: 'strict' });
      await choose(page, 'acquired');
      await waitForShadow(page, MENU, (menu) =>
        alertOf(menu)?.includes('This page does not let extensions switch roles'),
      );
      await page.bringToFront();
      await page.reload();
      await waitForButton(page);
      expect(alertOf(await openMenu(page))).toBeUndefined();
    });
  },
  // Firefox tells its console, beside throwing in the script that submits.
  { expectedErrors: /form-action/ },
);
