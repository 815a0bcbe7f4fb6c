import type { Commands } from 'webextension-polyfill';
import { browser } from './extension-api.ts';

/** The manifest's commands: the first one is the browser's own, and opens the popup without asking anybody. */
export const COMMANDS = ['_execute_action', 'open-palette', 'previous-role'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** The tab that a command was given over. */
export interface CommandTab {
  readonly id: number | undefined;
  /** Undefined where the extension has no host access. */
  readonly url: string | undefined;
}

/**
 * Calls back when the user presses a command's keys. Register it synchronously: the keys may be what wakes the worker.
 * Chromium and Firefox tell the tab with it, so that nothing has to be asked before the user's gesture is used up.
 */
export function onCommand(listener: (name: string, tab: CommandTab) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, { id: tab?.id, url: tab?.url }));
}

/** The keys of each command, as the browser writes them; empty where it has none. */
export async function shortcuts(): Promise<ReadonlyMap<CommandName, string>> {
  const commands = await browser.commands.getAll();
  const keysOf = (wanted: CommandName) => commands.find(({ name }) => name === wanted)?.shortcut ?? '';
  return new Map(COMMANDS.map((name) => [name, keysOf(name)]));
}

/** Chromium has no other way to the page where keys are set. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

/** Opens the browser's own page for the keys of extensions. */
export async function openShortcutSettings(): Promise<void> {
  if (hasShortcutSettings(browser.commands)) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
}

/** Firefox has it since 137, Chromium 156 not. */
function hasShortcutSettings(commands: object): commands is Pick<Commands.Static, 'openShortcutSettings'> {
  return 'openShortcutSettings' in commands;
}

/** What one types in the address bar before a role, as the manifest says. */
export function omniboxKeyword(): string {
  const { omnibox } = browser.runtime.getManifest();
  return omnibox?.keyword ?? '';
}
