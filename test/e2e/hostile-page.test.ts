import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickIn, find, inShadow, shadowTree, waitForShadow } from '../browsers/closed-shadow.ts';
import { activeLabel, BUTTON, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const SECRET_WORDS = ['payments-dev', '支払い', '333333333333', '3333-3333-3333'];

/** What a page script gets to keep: it writes its loot where the test can read it. */
declare global {
  interface Window {
    loot: string[];
  }
}

inBothBrowsers('a hostile page', (world) => {
  it('reads nothing of an open menu', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await openMenu(page);
    const seen = await page.evaluate((words) => {
      const hosts = [...document.querySelectorAll('hatrack-menu, hatrack-button')];
      const selection = getSelection();
      document.execCommand('selectAll');
      const selected = selection?.toString() ?? '';
      selection?.removeAllRanges();
      return {
        hosts: hosts.length,
        roots: hosts.map((host) => host.shadowRoot),
        children: hosts.map((host) => host.childNodes.length),
        markup: document.documentElement.outerHTML,
        text: document.documentElement.innerText,
        selected,
        hit: document.elementFromPoint(innerWidth - 300, 120)?.localName,
        found: words.filter((word) =>
          (window as unknown as { find(text: string, ...how: boolean[]): boolean }).find(word, false, false, true),
        ),
        resources: performance.getEntriesByType('resource').map(({ name }) => name),
      };
    }, SECRET_WORDS);
    expect(seen.hosts).toBe(2);
    expect(seen.roots).toEqual([null, null]);
    expect(seen.children).toEqual([0, 0]);
    for (const word of SECRET_WORDS) {
      expect(seen.markup).not.toContain(word);
      expect(seen.text).not.toContain(word);
      expect(seen.selected).not.toContain(word);
    }
    expect(seen.found).toEqual([]);
    expect(seen.resources.filter((name) => name.includes('extension:'))).toEqual([]);
  });

  it('finds nothing of a closed menu', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => shadowTree(page, MENU)).toBeNull();
    expect(await page.evaluate(() => document.querySelectorAll('hatrack-menu').length)).toBe(0);
  });

  it('opens no menu and starts no switch by made-up events', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    const forge = (name: string) => {
      const host = document.querySelector<HTMLElement>(name);
      host?.click();
      host?.focus();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host?.dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: 900, clientY: 24 }),
        );
      }
      for (const key of ['ArrowDown', 'Enter', ' ']) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          host?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
        }
      }
    };
    await page.evaluate(forge, BUTTON);
    expect(await shadowTree(page, MENU)).toBeNull();

    // Even over an open menu with its first role active.
    await openMenu(page);
    await page.evaluate(forge, MENU);
    await expectNothingHappened(page, world());
  });

  it('could do no more with made-up events if it got into the shadow roots', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { identity: 'switched' });
    await inShadow(page, BUTTON, (root) => root.querySelector('button')?.click());
    expect(await shadowTree(page, MENU)).toBeNull();

    const before = activeLabel(await openMenu(page));
    await inShadow(page, MENU, (root) => {
      root.querySelector<HTMLElement>('[role=option]')?.click();
      root.querySelector<HTMLElement>('.session button')?.click();
      // An event that is not composed stays in the root: the guard on the window never sees it.
      for (const key of ['ArrowDown', 'Enter', 'Escape']) {
        root.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }
    });
    await expectNothingHappened(page, world());
    const menu = (await shadowTree(page, MENU)) ?? fail();
    expect(activeLabel(menu)).toBe(before);
    expect(find(menu, { role: 'alert' })).toBeUndefined();
  });

  it('hears no key of what is typed into the menu', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    world().standIn.addPageScript(
      'listen',
      `window.loot = [];
       for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'compositionupdate'])
         window.addEventListener(type, (event) => window.loot.push(type + ':' + (event.key ?? event.data ?? '')), true);`,
    );
    const page = await openConsole(world(), { script: 'listen' });
    await openMenu(page);
    await narrowTo(page, 'payments-dev', 'payments-dev');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.loot)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => shadowTree(page, MENU)).toBeNull();
  });

  it('gets no answer from the extension, whatever it sends', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    const replies = await page.evaluate(async (origin) => {
      const got: string[] = [];
      addEventListener('message', (event) => got.push(JSON.stringify(event.data)));
      // Hatrack's two scripts in this page may talk at any time, about what the page says anyway.
      const itsOwn = new Set<string>();
      document.addEventListener(
        'hatrack:question',
        (event) => {
          const { id, ask } = JSON.parse((event as CustomEvent).detail);
          if (ask === 'account-info') itsOwn.add(id);
          else got.push(`asked for ${ask}`);
        },
        true,
      );
      document.addEventListener('hatrack:answer', (event) => {
        const { detail } = event as CustomEvent;
        if (!itsOwn.has(JSON.parse(detail).id)) got.push(`answered ${detail}`);
      });
      const chrome = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown; connect?: unknown } } }).chrome;
      const browser = (globalThis as { browser?: unknown }).browser;
      for (const name of [
        'listRoles',
        'planSwitch',
        'switchInSession',
        'signOut',
        'goOn',
        'facts',
        'switchRole',
        'sendRequest',
      ]) {
        postMessage({ api: 'background', name, input: undefined }, '*');
        postMessage({ api: 'console-tab', name, input: undefined }, '*');
        document.dispatchEvent(new CustomEvent('hatrack:answer', { detail: JSON.stringify({ id: 'x', value: 'y' }) }));
      }
      const files = await Promise.all(
        ['manifest.json', 'src/content/main.js', 'src/popup/index.html', 'icons/hatrack-16.png'].map((path) =>
          fetch(`${origin}/${path}`).then(
            ({ status }) => `${path} ${status}`,
            () => 'unreachable',
          ),
        ),
      );
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return {
        got: got.filter((entry) => !entry.startsWith('answered {"id":"x"') && !entry.startsWith('{"api"')),
        files,
        messaging: chrome?.runtime?.sendMessage ?? chrome?.runtime?.connect ?? browser ?? null,
      };
    }, world().rig.extensionOrigin);
    expect(replies).toEqual({
      got: [],
      files: ['unreachable', 'unreachable', 'unreachable', 'unreachable'],
      messaging: null,
    });
    await expectNothingHappened(page, world());
  });

  it('that spoofs the answers of its world gets no more than its own roles, and no switch', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    world().standIn.addPageScript(
      'spoof',
      `window.loot = [];
       document.addEventListener('hatrack:question', (event) => {
         window.loot.push(event.detail);
         const { id } = JSON.parse(event.detail);
         const value = JSON.stringify({ loginDisplayNameUser: 'mallory', loginDisplayNameAccount: '9999-9999-9999' });
         document.dispatchEvent(new CustomEvent('hatrack:answer', { detail: JSON.stringify({ id, value }) }));
         document.dispatchEvent(new CustomEvent('hatrack:answer', { detail: '{' }));
         document.dispatchEvent(new CustomEvent('hatrack:answer', { detail: { id, value } }));
       }, true);`,
    );
    const page = await openConsole(world(), { script: 'spoof' });
    const menu = await openMenu(page);
    // The meta element still says who is signed in; the spoofed name counts for nothing.
    expect(find(menu, { text: 'Signed in as jo in' })).toBeDefined();
    const loot = (await page.evaluate(() => window.loot)).join();
    for (const word of SECRET_WORDS) expect(loot).not.toContain(word);
    await expectNothingHappened(page, world());
  });

  it('that has broken the page’s own functions does not break the menu', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    world().standIn.addPageScript(
      'break',
      `window.loot = [];
       window.CustomEvent = class { constructor() { throw new Error('broken'); } };
       EventTarget.prototype.dispatchEvent = () => { throw new Error('broken'); };
       HTMLFormElement.prototype.submit = function () { window.loot.push(new FormData(this).get('csrf')); };
       Element.prototype.attachShadow = () => { throw new Error('broken'); };
       Element.prototype.append = () => { throw new Error('broken'); };`,
    );
    const page = await openConsole(world(), { script: 'break' });
    await openMenu(page);
    await narrowTo(page, 'payments-dev', 'payments-dev');
    pressEnter(page);
    const { status } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(status).toBe(302);
  });

  it('that defines Hatrack’s elements as its own sees into none of them', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    // An element's own class reaches its closed root, if it was defined before the root was attached.
    world().standIn.addPageScript(
      'define',
      `for (const name of ['hatrack-button', 'hatrack-menu', 'hatrack-form']) {
         customElements.define(name, class extends HTMLElement {
           internals = this.attachInternals();
           connectedCallback() {
             const seen = name + ' ' + (this.internals.shadowRoot?.innerHTML ?? 'nothing');
             sessionStorage.setItem('loot', JSON.stringify([...JSON.parse(sessionStorage.getItem('loot') ?? '[]'), seen]));
           }
         });
       }`,
    );
    const page = await openConsole(world(), { script: 'define' });
    await openMenu(page);
    await narrowTo(page, '本番', '支払い 本番 管理者');
    pressEnter(page);
    await waitForUrl(page, /region=eu-west-1/);
    const loot: string[] = JSON.parse(await page.evaluate(() => sessionStorage.getItem('loot') ?? '[]'));
    expect(loot).toContain('hatrack-menu nothing');
    expect(loot.filter((seen) => !seen.endsWith(' nothing'))).toEqual([]);
  });

  it('that names a foreign sign-in host is sent nothing, and the user is told', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    world().standIn.addPageScript(
      'foreign-host',
      `new MutationObserver(() => {
         const meta = document.querySelector('meta[name=awsc-session-data]');
         if (meta && !meta.content.includes('evil')) {
           meta.content = JSON.stringify({ ...JSON.parse(meta.content), signInEndpoint: 'signin.aws.amazon.com.evil.example' });
         }
       }).observe(document, { childList: true, subtree: true });`,
    );
    const page = await openConsole(world(), { script: 'foreign-host' });
    await openMenu(page);
    await clickIn(page, MENU, { role: 'option', name: 'payments-dev' });
    await waitForShadow(page, MENU, (tree) =>
      find(tree, { text: 'The page names a sign-in host that is not AWS’s'.replace('’', "'") }),
    );
    await expectNothingHappened(page, world());
    expect(world().standIn.refusedHosts.filter((host) => host.includes('evil'))).toEqual([]);
  });
});

function fail(): never {
  throw new Error('The menu is gone.');
}

/** No switch was sent, and the tab is where it was. */
async function expectNothingHappened(page: Page, { standIn }: World): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(page.url()).toContain('console.aws.amazon.com');
}
