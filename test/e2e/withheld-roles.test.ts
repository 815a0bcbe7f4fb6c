import { expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ja from '../../public/_locales/ja/messages.json' with { type: 'json' };
import { clickIn, find, waitForNoShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { violations } from './violations.ts';

const LONG = 'n'.repeat(65);
const TEXT = `[jump]
aws_account_id = 111111111111

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump

[elsewhere]
role_arn = arn:aws:iam::444444444444:role/Auditor
source_profile = other-jump

[other-jump]
aws_account_id = 999999999999

[login]
aws_account_id = 111111111111
role_name = JumpRole
hidden = true

[by-login]
role_arn = arn:aws:iam::333333333333:role/ReadOnly
source_profile = login

[china]
role_arn = arn:aws-cn:iam::777700002222:role/Operator

[vendor]
role_arn = arn:aws:iam::444444444444:role/Vendor
external_id = 1234

[long]
role_arn = arn:aws:iam::333333333333:role/${LONG}

[portal]
role_arn = arn:aws:iam::555555555555:role/AWSReservedSSO_Admin_0123456789abcdef

[step]
role_arn = arn:aws:iam::555555555555:role/DataEngineer
source_profile = payments-dev

[broken]
role_arn = x
`;

const WHO = {
  en: 'Signed in as jo in hatrack-jump (1111-1111-1111)',
  ja: 'hatrack-jump (1111-1111-1111) に jo としてサインイン中',
};
const SENTENCES = { en, ja };
type Language = keyof typeof SENTENCES;

function sentence(language: Language, key: keyof typeof en, ...values: readonly string[]): string {
  return SENTENCES[language][key].message.replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
}

/** Each name that is folded away, with why. */
function reasons(language: Language): [string, string][] {
  const say = (key: keyof typeof en, ...values: string[]) => sentence(language, key, ...values);
  return [
    ['broken', say('unreadSection', say('problem_bad_role_arn', 'x'))],
    ['elsewhere', say('reasonOtherBase', 'other-jump (9999-9999-9999)')],
    ['by-login', say('reasonLoginRole', 'JumpRole')],
    ['china', say('reasonPartition', 'aws-cn')],
    ['vendor', say('reasonExternalId')],
    ['long', say('reasonTooLong')],
    ['portal', say('reasonPortalOnly', 'Admin')],
    ['step', say('reasonChainClassic', 'payments-dev')],
  ];
}

interface Views {
  readonly chrome: {
    readonly extension: { getViews(): Window[] };
    readonly tabs: { query(how: object): Promise<{ id: number }[]> };
  };
}

/** What a page of the popup shows that a tab's menu has opened, in the toolbar or in a window; empty for none. */
function textForTab({ rig }: World): Promise<string> {
  return rig.evaluateInExtension(() => {
    const views = (globalThis as unknown as Views).chrome.extension.getViews();
    return views.find(({ location }) => location.search.startsWith('?tab='))?.document.body.innerText ?? '';
  });
}

/** In the toolbar and in windows. */
function closePopups({ rig }: World): Promise<void> {
  return rig.evaluateInExtension(() => {
    const views = (globalThis as unknown as Views).chrome.extension.getViews();
    for (const view of views) if (view.location.pathname.includes('/popup/')) view.close();
  });
}

for (const language of ['en', 'ja'] as const) {
  inBothBrowsers(
    `what is withheld, in ${language}`,
    (world) => {
      it('is folded in the popup, each with its reason, under who one is and what the text expects', async () => {
        await saveConfig(world(), TEXT);
        const page = await openConsole(world());
        const popup = await world().rig.openPopup(page);
        await popup.waitFor('.withheld-toggle');
        const toggle = () => popup.evaluate(() => document.querySelector('.withheld-toggle')?.ariaExpanded);
        expect(await popup.text()).toContain(sentence(language, 'notForSession', '8'));
        expect(await toggle()).toBe('false');
        expect(await popup.text()).not.toContain('vendor');
        await popup.click('.withheld-toggle');
        await popup.waitFor('.withheld-body li');
        expect(await toggle()).toBe('true');
        const shown = await popup.evaluate(() =>
          [...document.querySelectorAll('.withheld-body li')].map((item) => [
            item.querySelector('.withheld-name')?.textContent,
            item.querySelector('p')?.firstChild?.textContent?.trim(),
          ]),
        );
        expect(shown).toEqual(reasons(language));
        const expected = 'jump (1111-1111-1111), other-jump (9999-9999-9999), login (1111-1111-1111)';
        expect(await popup.text()).toContain(sentence(language, 'whoAndExpected', WHO[language], expected));
        await popup.press('Escape');
        await popup.waitForClose();
      });

      it('is found by search below the rest, and can’t be chosen: then its reason is told', async () => {
        await saveConfig(world(), TEXT);
        const page = await openConsole(world());
        const popup = await world().rig.openPopup(page);
        await popup.waitFor('[role=option]');
        await popup.type('vendor');
        await popup.waitFor('[role=option][aria-disabled=true][aria-label^="vendor"]');
        await popup.press('Enter');
        const reason = sentence(language, 'reasonExternalId');
        await popup.waitFor((text) => text.includes(reason));
        expect(await popup.evaluate(() => document.querySelector('[role=status]')?.textContent)).toBe(reason);
        expect(await popup.isClosed()).toBe(false);
        expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
        await closePopups(world());
      });

      it('has no violation that axe-core knows', async () => {
        await saveConfig(world(), TEXT);
        const page = await openConsole(world());
        await page.bringToFront();
        const tab = await world().rig.evaluateInExtension(async () => {
          const { tabs } = (globalThis as unknown as Views).chrome;
          const found = await tabs.query({ url: 'https://*.console.aws.amazon.com/*' });
          return found[0]?.id;
        });
        const popup = await world().rig.openExtensionPage(`src/popup/index.html?tab=${tab}`);
        await popup.waitForSelector('.withheld-body li');
        expect(await violations(popup)).toEqual([]);
        await popup.keyboard.type('e');
        await popup.waitForSelector('.row-withheld');
        expect(await violations(popup)).toEqual([]);
      });
    },
    { language },
  );
}

inBothBrowsers('what is withheld', (world) => {
  it('is nowhere in the console’s menu, which opens it out of the page’s reach', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    const menu = await openMenu(page);
    expect(labels(menu)).toEqual(['payments-dev']);
    expect(find(menu, { text: 'Roles that are not for this session: 7' })).toBeDefined();
    expect(JSON.stringify(menu)).not.toMatch(/vendor|elsewhere|other-jump|9999-9999|china|broken/);
    await clickIn(page, MENU, { tag: 'button', text: 'Show why' });
    await waitForNoShadow(page, MENU);
    await expect
      .poll(() => textForTab(world()), { timeout: 10_000 })
      .toContain('It is for sign-ins to: other-jump (9999-9999-9999).');
    expect(await textForTab(world())).toContain('Signed in as jo in hatrack-jump');
    await closePopups(world());
    // The toolbar's own popup is as it was.
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('.withheld-toggle');
    expect(await popup.evaluate(() => location.search)).toBe('');
    await closePopups(world());
  });

  it('leads to the line of the text that could not be read', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('.withheld-toggle');
    await popup.click('.withheld-toggle');
    await popup.click('.withheld-body .link-button');
    const activeLine = () =>
      world().rig.evaluateInExtension(() => {
        const views = (globalThis as unknown as Views).chrome.extension.getViews();
        const options = views.find(({ location }) => location.hash === '#line=42');
        return options?.document.querySelector('.cm-activeLine')?.textContent ?? '';
      });
    await expect.poll(activeLine, { timeout: 10_000 }).toBe('role_arn = x');
  });
});
