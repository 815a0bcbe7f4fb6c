import type enMessages from '../../public/_locales/en/messages.json';
import { browser } from './extension-api.ts';

/** The sentence in the browser's language; the values fill $1, $2, … */
export function translate(key: keyof typeof enMessages, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
