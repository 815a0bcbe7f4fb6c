import type { Runtime } from 'webextension-polyfill';
import { browser } from './extension-api.ts';

/**
 * Answers what other extensions send; undefined sends no answer. The id is the browser's word, everything else is the
 * sender's. Register it synchronously at start-up. Web pages can't reach it: the manifest has no externally_connectable
 * for any.
 */
export function onExternalMessage(
  answer: (message: unknown, extensionId: string) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessageExternal.addListener((message: unknown, { id }: Runtime.MessageSender) =>
    id === undefined ? undefined : answer(message, id),
  );
}

/** The id that other extensions send to. */
export function ownExtensionId(): string {
  return browser.runtime.id;
}
