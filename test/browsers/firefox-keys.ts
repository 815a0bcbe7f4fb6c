// Real keys in Firefox: they start at the browser's window, as the user's do, and reach the page from there.
import type { ChromeScope } from './firefox-chrome-scope.ts';
import { type KeyData, keyData, MODIFIER_KEYS, splitChord } from './keys.ts';

/**
 * BiDi's own keys start in the page and never reach the browser's shortcuts (nor does its Escape close a popup).
 * An nsITextInputProcessor in the browser's window makes the events that the keyboard makes; seen with 14 chords to
 * do the same as xdotool's keys under Xvfb. Firefox on Linux never gives an extension Alt+Shift plus the access
 * letter of one of its menus (F, E, V, S, B, T, H): neither from here nor from a real keyboard.
 */
export async function pressInWindow(chrome: ChromeScope, chord: string): Promise<void> {
  const { modifiers, key } = splitChord(chord);
  const held = modifiers.map((modifier) => MODIFIER_KEYS[modifier]);
  await chrome.evaluate(sendKeys, held, [keyData(key, modifiers.includes('Shift'))]);
}

/** Types a text; a character that no key has arrives as from an input method. */
export async function typeInWindow(chrome: ChromeScope, text: string): Promise<void> {
  await chrome.evaluate(
    sendKeys,
    [],
    Array.from(text, (character) => keyData(character)),
  );
}

/** Runs in the chrome scope. */
function sendKeys(held: readonly KeyData[], keys: readonly KeyData[]): void {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window)) throw new Error('Another input transaction is going on.');
  const event = (data: KeyData): KeyboardEvent => new KeyboardEvent('', { ...data });
  for (const key of held) input.keydown(event(key));
  for (const key of keys) {
    input.keydown(event(key));
    input.keyup(event(key));
  }
  for (const key of [...held].reverse()) input.keyup(event(key));
}

interface TextInputProcessor {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): boolean;
}
declare const Ci: { nsITextInputProcessor: unknown };
declare const Cc: Record<'@mozilla.org/text-input-processor;1', { createInstance(type: unknown): TextInputProcessor }>;
