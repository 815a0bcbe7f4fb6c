// Takes the console's hosts from the extension, as users can, and answers when it asks for them.
import type { Page } from 'puppeteer-core';
import { clickOn } from './click-still.ts';
import type { Popup, Rig } from './rig.ts';
import { waitUntil } from './wait-until.ts';

/** What a user does about the extension's hosts. Have it before the popup: it opens a tab, and that closes popups. */
export interface HostControl {
  /** Chromium: "On click" on its details page. Firefox: every switch on its permissions page. */
  withhold(): Promise<void>;
  /** Clicks what asks for hosts, answers yes, and tells which the extension has asked for. */
  allowByClick(page: Page | Popup, click: () => Promise<void>): Promise<string[]>;
  /** Clicks what asks for hosts and answers no, where the browser asks at all. */
  refuseByClick: ((page: Page | Popup, click: () => Promise<void>) => Promise<void>) | undefined;
  /** Opens a page in which the extension does not run, though it may. */
  openWithout(open: () => Promise<Page>): Promise<Page>;
}

export function hostControl(rig: Rig): Promise<HostControl> {
  return rig.kind === 'chromium' ? chromiumControl(rig) : firefoxControl(rig);
}

/**
 * Chromium 156 asks in a window of its own that a headless one never shows: the question is taken from the page, and
 * chrome://extensions gives the access.
 */
async function chromiumControl(rig: Rig): Promise<HostControl> {
  const extensions = await rig.newPage();
  await extensions.goto('chrome://extensions/');
  const id = new URL(rig.extensionOrigin).host;
  const setAccess = (access: 'ON_CLICK' | 'ON_ALL_SITES') =>
    extensions.evaluate(
      async (extensionId, hostAccess) => {
        const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
        await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
      },
      id,
      access,
    );
  const setEnabled = (isEnabled: boolean) =>
    extensions.evaluate(
      (extensionId, enabled) =>
        (globalThis as unknown as ExtensionsPage).chrome.management.setEnabled(extensionId, enabled),
      id,
      isEnabled,
    );
  return {
    withhold: () => setAccess('ON_CLICK'),
    async allowByClick(page, click) {
      await evaluate(page, takeQuestion);
      await click();
      const { origins, isInClick } = await evaluate(page, () => (globalThis as unknown as AskedPage).asked);
      if (!isInClick) throw new Error('Chromium would not have asked: it was not within a click.');
      await setAccess('ON_ALL_SITES');
      await evaluate(page, () => (globalThis as unknown as AskedPage).answer(true));
      return origins.toSorted();
    },
    async refuseByClick(page, click) {
      await evaluate(page, takeQuestion);
      await click();
      await evaluate(page, async () => {
        const { asked, answer } = globalThis as unknown as AskedPage;
        await asked;
        answer(false);
      });
    },
    async openWithout(open) {
      await setEnabled(false);
      const page = await open();
      await setEnabled(true);
      return page;
    },
  };
}

/** Firefox 153 grants without asking (see firefox-prefs.ts), and only within a click. */
async function firefoxControl(rig: Rig): Promise<HostControl> {
  const given = () =>
    rig.evaluateInExtension(async () => {
      const { permissions } = (globalThis as unknown as ExtensionPage).chrome;
      return (await permissions.getAll()).origins;
    });
  const control: HostControl = {
    withhold: () =>
      rig.evaluateInExtension(async () => {
        const { permissions, runtime } = (globalThis as unknown as ExtensionPage).chrome;
        await permissions.remove({ origins: runtime.getManifest().host_permissions });
      }),
    async allowByClick(_page, click) {
      const before = await given();
      await click();
      await waitUntil('the hosts to be given', async () => (await given()).length > before.length);
      return (await given()).filter((origin) => !before.includes(origin)).toSorted();
    },
    refuseByClick: undefined,
    async openWithout(open) {
      await control.withhold();
      const page = await open();
      const options = await rig.openExtensionPage('src/options/index.html');
      await control.allowByClick(options, () => clickOn(options, '.host-access button'));
      await options.close();
      return page;
    },
  };
  return control;
}

function takeQuestion(): void {
  const { chrome } = globalThis as unknown as ExtensionPage;
  const page = globalThis as unknown as AskedPage;
  page.asked = new Promise((onAsked) => {
    chrome.permissions.request = ({ origins }) => {
      onAsked({ origins, isInClick: navigator.userActivation.isActive });
      return new Promise((resolve) => {
        page.answer = resolve;
      });
    };
  });
}

function evaluate<Result>(page: Page | Popup, fn: () => Result): Promise<Awaited<Result>> {
  // Both have the method; their types differ in what else they take.
  return (page as { evaluate(fn: () => Result): Promise<Awaited<Result>> }).evaluate(fn);
}

interface ExtensionPage {
  readonly chrome: {
    readonly runtime: { getManifest(): { readonly host_permissions: readonly string[] } };
    readonly permissions: {
      request: (wanted: { readonly origins: readonly string[] }) => Promise<boolean>;
      remove(unwanted: { readonly origins: readonly string[] }): Promise<boolean>;
      getAll(): Promise<{ readonly origins: readonly string[] }>;
    };
  };
}

interface AskedPage {
  asked: Promise<{ readonly origins: readonly string[]; readonly isInClick: boolean }>;
  answer: (isAllowed: boolean) => void;
}

interface ExtensionsPage {
  readonly chrome: {
    readonly management: { setEnabled(extensionId: string, isEnabled: boolean): Promise<void> };
    readonly developerPrivate: {
      updateExtensionConfiguration(change: {
        readonly extensionId: string;
        readonly hostAccess: string;
      }): Promise<void>;
    };
  };
}
