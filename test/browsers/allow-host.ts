// Lets the extension's question for a host be answered with yes.
import type { Rig } from './rig.ts';

/**
 * Chromium 156 asks in a window of its own that a headless one never shows; what chrome://extensions has allowed before
 * it does not ask for again. The permission itself is only there once the extension has asked for it within a click.
 * Firefox grants without asking (preference extensions.webextOptionalPermissionPrompts).
 */
export async function answerYesFor(rig: Rig, host: string): Promise<void> {
  if (rig.kind === 'firefox') return;
  const page = await rig.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async (id, pattern) => {
      const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
      await developerPrivate.addHostPermission(id, pattern);
    },
    new URL(rig.extensionOrigin).host,
    `https://${host}/*`,
  );
  await page.close();
}

interface ExtensionsPage {
  readonly chrome: { readonly developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> } };
}
