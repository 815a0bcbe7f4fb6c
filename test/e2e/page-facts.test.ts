import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { labels, narrowTo, openMenu, pressEnter, sessionLine } from '../browsers/hatrack.ts';
import type { SignInOptions } from '../console/stand-in.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForUrl } from './harness.ts';

const TEXT = `[by-number]
aws_account_id = 111111111111
[by-alias]
aws_account_id = hatrack-jump
[by-other-alias]
aws_account_id = payments-prod

[number]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = by-number
[alias]
role_arn = arn:aws:iam::333333333333:role/ReadOnly
source_profile = by-alias
[other]
role_arn = arn:aws:iam::444444444444:role/Auditor
source_profile = by-other-alias
`;

const PAGE = 'https://us-east-1.console.aws.amazon.com/s3/home?region=us-east-1';
const GLOBAL = 'https://signin.aws.amazon.com/switchrole';
const REGIONAL = 'https://us-east-1.signin.aws.amazon.com/switchrole';

const WITH_ALIAS = { who: 'Signed in as jo in hatrack-jump (1111-1111-1111)', rows: ['number', 'alias'] };
const WITHOUT_ALIAS = { who: 'Signed in as jo in 1111-1111-1111', rows: ['number'] };

async function shown(page: Page): Promise<object> {
  const menu = await openMenu(page);
  return { who: sessionLine(menu), rows: labels(menu) };
}

/** Somebody else signs in beside the tab, which stays as it is: the cookie that all tabs share is theirs from then on. */
async function signInBeside(world: World, page: Page): Promise<void> {
  await openConsole(world, { account: '222222222222' });
  await page.bringToFront();
}

/** What the console would have written, had the account this alias; empty for none. */
function changeAlias(page: Page, alias: string): Promise<void> {
  return page.evaluate((accountAlias) => {
    const meta = document.querySelector('meta[name="awsc-session-data"]');
    meta?.setAttribute('content', JSON.stringify({ ...JSON.parse(meta.getAttribute('content') ?? ''), accountAlias }));
    const info = window.ConsoleNavService?.AccountInfo;
    if (info) info.loginDisplayNameAccount = accountAlias || '1111-1111-1111';
  }, alias);
}

inBothBrowsers('a page that tells less than it could', (world) => {
  beforeAll(() => saveConfig(world(), TEXT));

  const cases: [string, SignInOptions, string][] = [
    ['no meta element', { drop: ['meta'] }, GLOBAL],
    ['a malformed meta element', { meta: 'malformed' }, GLOBAL],
    ['a meta element of other types', { meta: 'ill-typed' }, GLOBAL],
    ['a regional sign-in host', { signInEndpoint: 'regional' }, REGIONAL],
    ['an empty sign-in host', { signInEndpoint: 'empty' }, GLOBAL],
    ['no sign-in host', { signInEndpoint: 'absent' }, GLOBAL],
    ['no account info', { drop: ['account-info'] }, GLOBAL],
    ['malformed account info', { accountInfo: 'malformed' }, GLOBAL],
    ['account info of other types', { accountInfo: 'ill-typed' }, GLOBAL],
    ['account info that throws', { accountInfo: 'throwing' }, GLOBAL],
    ['no cookie', { drop: ['user-info-cookie'] }, GLOBAL],
  ];
  it.each(cases)('is switched from all the same: %s', async (_name, signIn, url) => {
    const page = await openConsole(world(), { ...signIn, to: PAGE });
    expect(await shown(page)).toEqual(WITH_ALIAS);
    await narrowTo(page, 'numb', 'number');
    pressEnter(page);
    const posted = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect({ url: posted.url, status: posted.status }).toEqual({ url, status: 302 });
    await waitForUrl(page, PAGE);
  });

  it.each<[string, SignInOptions]>([
    ['that tells everything', {}],
    ['without the meta element', { drop: ['meta'] }],
    ['without the account info', { drop: ['account-info'] }],
  ])('stays of who signed in to it when somebody else does beside it: a page %s', async (_name, signIn) => {
    const page = await openConsole(world(), { ...signIn, alias: false });
    await signInBeside(world(), page);
    expect(await shown(page)).toEqual(WITHOUT_ALIAS);
  });

  it('is read anew each time, also where the account was given an alias or lost it meanwhile', async () => {
    const page = await openConsole(world(), { drop: ['user-info-cookie'] });
    expect(await shown(page)).toEqual(WITH_ALIAS);
    for (const [alias, expected] of [
      ['', WITHOUT_ALIAS],
      ['hatrack-jump', WITH_ALIAS],
    ] as const) {
      await page.keyboard.press('Escape');
      await changeAlias(page, alias);
      expect(await shown(page)).toEqual(expected);
    }
  });
});
