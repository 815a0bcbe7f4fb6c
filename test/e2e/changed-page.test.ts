import { expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ja from '../../public/_locales/ja/messages.json' with { type: 'json' };
import { type Deviation, deviations } from '../../src/core/console/deviations.ts';
import type { Diagnosis } from '../../src/core/console/diagnosis.ts';
import { parseDiagnosis } from '../../src/core/console/parse-diagnosis.ts';
import { clickIn, find, type ShadowNode, waitForShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, openMenu } from '../browsers/hatrack.ts';
import type { SignInOptions } from '../console/stand-in.ts';
import { tabIdOf, takeCheckTab } from './check-tab.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

/** A signed-in bar, and nothing that tells who it is. */
const NO_FACTS: SignInOptions = { drop: ['meta', 'account-info', 'user-info-cookie'] };

/** What the stand-in's page can lack, and what of it is told. */
const CHANGES: [string, SignInOptions, Deviation[]][] = [
  ['has no session data', { drop: ['meta'] }, ['session-data']],
  ['has malformed session data', { meta: 'malformed' }, ['session-data']],
  ['has session data of other types', { meta: 'ill-typed' }, ['session-data']],
  ['names no sign-in host', { signInEndpoint: 'absent' }, ['sign-in-host-unnamed']],
  ['names an empty sign-in host', { signInEndpoint: 'empty' }, ['sign-in-host-unnamed']],
  ['has no account info', { drop: ['account-info'] }, ['account-info']],
  ['has a malformed account info', { accountInfo: 'malformed' }, ['account-info']],
  ['has an account info that throws', { accountInfo: 'throwing' }, ['account-info']],
  ['has no token', { drop: ['mbtc'] }, ['token-missing']],
  ['has another header', { header: 'none' }, ['header-unknown']],
  ['tells nobody', NO_FACTS, ['session-unknown']],
];

const SENTENCES: [string, SignInOptions, (keyof typeof en)[]][] = [
  ['has no session data', { drop: ['meta'] }, ['changedSessionData']],
  ['names no sign-in host', { signInEndpoint: 'absent' }, ['changedSignInHostUnnamed']],
  ['tells nobody', NO_FACTS, ['changedSessionUnknown']],
  [
    'has no globals and another header',
    { drop: ['account-info', 'mbtc'], header: 'none' },
    ['changedTokenMissing', 'changedAccountInfo', 'changedHeaderUnknown'],
  ],
];

/** The sentences of the notice; the first is what they are all about. */
function changes(tree: ShadowNode): string[] {
  const notice = find(tree, { attribute: { class: 'changed-page' } });
  return notice ? texts(notice).filter((text) => text !== '') : [];
}

function texts({ tag, text, children }: ShadowNode): string[] {
  return ['strong', 'li'].includes(tag) ? [text] : children.flatMap(texts);
}

/** What the tab's page is found to be, as the self-check asks for it. */
async function diagnosisOf({ rig }: World, url: string): Promise<Diagnosis | undefined> {
  const answer = await rig.evaluateInExtension(async (wanted) => {
    const { tabs } = (globalThis as unknown as TabsPage).chrome;
    const tab = (await tabs.query({})).find((candidate) => candidate.url === wanted);
    const question = { api: 'console-tab', name: 'diagnosis' };
    return tab && tabs.sendMessage(tab.id, question, { frameId: 0 });
  }, url);
  return parseDiagnosis(answer);
}

for (const [language, messages] of [
  ['en', en],
  ['ja', ja],
] as const) {
  inBothBrowsers(
    `a page that AWS has changed, in ${language}`,
    (world) => {
      it.each(SENTENCES)('%s: the menu says so and what still works', async (_name, signIn, keys) => {
        await saveConfig(world(), SAMPLE_CONFIG);
        const page = await openConsole(world(), signIn);
        await openMenu(page);
        const wanted = [messages.changedPage.message, ...keys.map((key) => messages[key].message)];
        const shown = await waitForShadow(page, MENU, (tree) => changes(tree).length > 0, 15_000);
        expect(changes(shown)).toEqual(wanted);
      });
    },
    { language },
  );
}

inBothBrowsers('what the console’s pages lack', (world) => {
  it.each(CHANGES)('is told where one %s', async (_name, signIn, expected) => {
    const page = await openConsole(world(), signIn);
    const diagnosis = await diagnosisOf(world(), page.url());
    expect(diagnosis && deviations(diagnosis)).toEqual(expected);
  });

  const whole: [string, SignInOptions][] = [
    ['of 2025', {}],
    ['of 2020', { header: '2020' }],
    ['of before 2020', { header: 'legacy' }],
    ['of before 2020, which names its sign-in host elsewhere', { header: 'legacy', signInEndpoint: 'absent' }],
    ['with a late header', { headerDelayMs: 2500 }],
    ['with a late token', { tokenDelayMs: 5000 }],
    ['without the cookie', { drop: ['user-info-cookie'] }],
    ['of a switched session', { identity: 'switched' }],
    ['of Identity Center', { identity: 'identity-center' }],
    ['of the root user', { identity: 'root' }],
    ['with a regional sign-in host', { signInEndpoint: 'regional' }],
    ['with multi-session', { multiSession: true }],
    [
      'with multi-session, which needs no token and no account info',
      { multiSession: true, drop: ['mbtc', 'account-info'] },
    ],
    ['of a health page', { to: 'https://health.aws.amazon.com/health/home' }],
    ['of GovCloud', { partition: 'aws-us-gov' }],
    ['of China', { partition: 'aws-cn' }],
    ['of the EU Sovereign Cloud', { partition: 'aws-eusc' }],
  ];
  it.each(whole)('is nothing on a page %s', async (_name, signIn) => {
    const page = await openConsole(world(), signIn);
    const diagnosis = await diagnosisOf(world(), page.url());
    expect(diagnosis && deviations(diagnosis)).toEqual([]);
  });

  it('is told in the popup too, beside the roles; both lead to the self-check of that tab', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { drop: ['meta'] });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor((text) => text.includes(en.changedSessionData.message));
    await popup.waitFor('[aria-label^="payments-dev"]');
    await popup.click('.changed-page button');
    await popup.waitForClose();
    const tabId = await tabIdOf(world(), page.url());
    expect(await takeCheckTab(world())).toBe(tabId);
    await page.bringToFront();
    expect(labels(await openMenu(page))).toContain('payments-dev');
    await clickIn(page, MENU, { tag: 'button', text: en.openSelfCheck.message });
    expect(await takeCheckTab(world())).toBe(tabId);
  });
});

interface TabsPage {
  readonly chrome: {
    readonly tabs: {
      query(query: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
      sendMessage(tabId: number, message: object, options: object): Promise<unknown>;
    };
  };
}
