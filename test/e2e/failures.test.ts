import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import ja from '../../public/_locales/ja/messages.json' with { type: 'json' };
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import type { FailureKind } from '../console/stand-in.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111

[acquired]
role_arn = arn:aws:iam::666666666666:role/Admin
source_profile = jump

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump

[data-lake]
role_arn = arn:aws:iam::555555555555:role/Unknown
source_profile = payments-dev
`;

const PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:';

type Sentences = Record<'en' | 'ja', string>;

/** What every way to fail tells, literally: a person has to understand it without Hatrack's code. */
const FAILURES: readonly [string, FailureKind | 'refused', Sentences][] = [
  [
    'not authorised',
    'refused',
    {
      en: 'AWS refused the switch to acquired (6666-6666-6666): jo may not assume the role, or the role’s trust policy does not name jo. Some roles also want a sign-in with MFA. Whoever looks after the account can tell which it is.',
      ja: 'AWS が acquired（6666-6666-6666）への切り替えを拒否しました。jo にロールを引き受ける権限がないか、ロールの信頼ポリシーが jo を許可していません。MFA でのサインインが必要なロールもあります。原因はアカウントの管理者に確認してください。',
    },
  ],
  ['not authorised, by its status', 403, { en: 'AWS refused the switch to acquired', ja: 'AWS が acquired' }],
  [
    'a session that is not found',
    404,
    {
      en: 'The session of this tab has ended, so nothing can be switched to from here. Sign in again, then choose the role.',
      ja: 'このタブのセッションは終了しているため、ここからは切り替えられません。サインインし直してからロールを選んでください。',
    },
  ],
  ['a session that has ended', 410, { en: 'The session of this tab has ended', ja: 'このタブのセッションは終了' }],
  [
    'too many requests',
    429,
    {
      en: 'AWS asks to slow down: too many requests came from here. Wait a minute, then choose the role again.',
      ja: 'リクエストが多すぎるため、AWS から間隔を空けるよう求められました。1 分ほど待ってから、もう一度ロールを選んでください。',
    },
  ],
  [
    'a dropped connection',
    'drop',
    {
      en: 'The sign-in host did not answer. Check the connection, a VPN or a proxy, then choose the role again.',
      ja: 'サインインホストから応答がありません。接続、VPN、プロキシを確認してから、もう一度ロールを選んでください。',
    },
  ],
  [
    'a destination that is not AWS’s',
    'foreign-destination',
    {
      en: 'AWS’s answer leads to a host that is not AWS’s, so it was not opened. Reload the page and try again; if it stays so, report it.',
      ja: 'AWS の応答が AWS 以外のホストを示していたため、開きませんでした。ページを再読み込みしてやり直し、それでも続く場合は報告してください。',
    },
  ],
  [
    'a server’s page',
    'page',
    {
      en: 'AWS answered in a way that Hatrack does not know. Wait a moment and try again; if it stays so, report it.',
      ja: 'AWS から Hatrack の知らない応答が返りました。少し待ってからやり直し、それでも続く場合は報告してください。',
    },
  ],
];

function told(world: World, failure: FailureKind | 'refused'): void {
  if (failure === 'refused') return;
  // Browsers silently try a dropped request again: every try has to fail.
  for (let tries = 0; tries < 5; tries += 1) world.standIn.failNext(failure);
}

describe.each(['en', 'ja'] as const)('a failure, in %s', (language) => {
  inBothBrowsers(
    `is told in ${language}`,
    (world) => {
      it.each(FAILURES)('says what happened and what to do: %s', async (_name, failure, sentences) => {
        await saveConfig(world(), TEXT);
        const page = await openConsole(world(), { to: PAGE, multiSession: true, alone: true });
        told(world(), failure);
        await openMenu(page);
        await narrowTo(page, 'acquired', 'acquired');
        const before = (await world().rig.browser.pages()).length;
        pressEnter(page);
        await waitForShadow(page, MENU, (tree) => find(tree, { role: 'alert', text: sentences[language] }));
        expect(await world().rig.browser.pages()).toHaveLength(before);
      });

      it('explains the chain where a role that one is in has asked', async () => {
        await saveConfig(world(), TEXT);
        const base = await openConsole(world(), { to: PAGE, multiSession: true, alone: true });
        await openMenu(base);
        await narrowTo(base, 'payments-dev', 'payments-dev');
        const known = await world().rig.browser.pages();
        pressEnter(base);
        const dev = await waitForTab(world(), /^https:\/\/333333333333-/, known);
        await openMenu(dev);
        await narrowTo(dev, 'data-lake', 'data-lake');
        pressEnter(dev);
        const sentence = (language === 'en' ? en : ja).failedNotAuthorisedByRole.message
          .replace('$1', 'data-lake')
          .replace('$2', '5555-5555-5555')
          .replaceAll('$3', 'Developer');
        await waitForShadow(dev, MENU, (tree) => find(tree, { role: 'alert', text: sentence }));
        await dev.close();
      });
    },
    { language },
  );
});
