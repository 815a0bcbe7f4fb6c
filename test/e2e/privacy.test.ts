import type { CDPSession, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForTab } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

/** Evaluates in Hatrack's own world of a page: what a compromised page process could do. Chromium only. */
async function inContentScript(page: Page, expression: string): Promise<unknown> {
  const session: CDPSession = await page.createCDPSession();
  const world = await new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
    void session.send('Runtime.enable');
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: world,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return exceptionDetails ? exceptionDetails.exception?.description : result.value;
}

const FACTS = `{ pageUrl: location.href, sessionData: JSON.stringify({ accountId: '111111111111', sessionARN: 'arn:aws:iam::111111111111:user/jo' }) }`;

function ask(name: string, input: string): string {
  return `chrome.runtime.sendMessage({ api: 'background', name: '${name}', input: ${input} }).then((answer) => JSON.stringify(answer ?? null), String)`;
}

/** The tab says that AWS has answered its request with this destination. */
function answerRequests(url: string): string {
  return `(() => {
    const { onMessage } = chrome.runtime;
    if (globalThis.lying) onMessage.removeListener(globalThis.lying);
    globalThis.lying = ({ name }, _sender, reply) => {
      if (name === 'sendRequest') reply({ kind: 'destination', url: ${JSON.stringify('%s')} });
    };
    onMessage.addListener(globalThis.lying);
  })()`.replace('%s', url);
}

/** Chooses the first role that is listed for the tab, as if the user had. */
const SWITCH = `chrome.runtime.sendMessage({ api: 'background', name: 'listRoles', input: ${FACTS} })
  .then(({ found }) => found.items.find(({ row }) => row?.label === 'payments-dev').row.id)
  .then((roleId) => ${ask('switchInSession', `{ facts: ${FACTS}, roleId }`)})`;

// Firefox's driver has no way into a content script's world; the background's rules are the same code there.
inBothBrowsers(
  'what a compromised tab can get',
  (world) => {
    it('is no storage, no text, and only the roles of its own session', async () => {
      await saveConfig(world(), SAMPLE_CONFIG);
      const page = await openConsole(world());
      for (const area of ['local', 'sync', 'session', 'managed']) {
        expect(await inContentScript(page, `chrome.storage.${area}.get(null).then(JSON.stringify, String)`)).toMatch(
          /not allowed/,
        );
      }
      const listed = String(await inContentScript(page, ask('listRoles', FACTS)));
      expect(listed).toContain('payments-dev');
      expect(listed).not.toMatch(/elsewhere|999999999999|444444444444|source_profile|aws_account_id/);

      // Facts of another host, of no host, or none at all.
      for (const facts of [
        'undefined',
        '{}',
        FACTS.replace('location.href', `'https://eu-west-1.console.aws.amazon.com/'`),
      ]) {
        const answer = String(await inContentScript(page, ask('listRoles', facts)));
        expect(answer).not.toMatch(/payments-dev|333333333333/);
      }
      // What only the popup may know of a tab, and what is of no session of this browser.
      expect(await inContentScript(page, ask('failedSwitch', '1'))).toBe('null');
      const session = `{ facts: ${FACTS}, differentiator: '111111111111-abcd' }`;
      expect(await inContentScript(page, ask('showSession', session))).toBe('{"kind":"gone"}');
      expect(await inContentScript(page, ask('signOut', session))).toBe('{"kind":"failed"}');
      expect(await inContentScript(page, ask('switchInSession', session))).toContain('"kind":"failed"');
      expect(String(await inContentScript(page, ask('constructor', FACTS)))).not.toContain('payments');
      expect(String(await inContentScript(page, ask('__proto__', FACTS)))).not.toContain('payments');
    });

    it('is no tab at any address outside its partition, even where switches open tabs', async () => {
      await saveConfig(world(), SAMPLE_CONFIG);
      const page = await openConsole(world(), { multiSession: true, alone: true });
      const before = (await world().rig.browser.pages()).length;
      for (const url of [
        'https://evil.example/',
        'https://console.aws.amazon.com.evil.example/',
        'https://console.amazonaws.cn/',
        'http://console.aws.amazon.com/',
        'javascript:alert(1)',
      ]) {
        await inContentScript(page, answerRequests(url));
        expect(await inContentScript(page, SWITCH), url).toBe('{"kind":"failed","reason":"foreign-destination"}');
      }
      expect(await world().rig.browser.pages()).toHaveLength(before);
      await inContentScript(page, answerRequests('https://us-east-1.console.aws.amazon.com/s3/home'));
      expect(await inContentScript(page, SWITCH)).toBe('{"kind":"opened-tab"}');
      await (await waitForTab(world(), /console\.aws\.amazon\.com\/s3\/home/)).close();
    });
  },
  { browsers: ['chromium'] },
);

inBothBrowsers('the extension', (world) => {
  it('asks no host outside the consoles for anything', async () => {
    await saveConfig(world(), `${SAMPLE_CONFIG}image = https://img.example.test/x.png\n`);
    const page = await openConsole(world());
    await openMenu(page);
    await narrowTo(page, 'payments-dev', 'payments-dev');
    pressEnter(page);
    await world().standIn.waitForRequest(({ method }) => method === 'POST');
    // What the browsers themselves look up is refused as well, and is none of ours.
    const own = /(^|\.)(google|googleapis|gstatic|mozilla|firefox|mozgcp)\.(com|org|net)$/;
    expect(world().standIn.refusedHosts.filter((host) => !own.test(host.replace(/:\d+$/, '')))).toEqual([]);
  });
});
