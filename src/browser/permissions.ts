import { browser } from './extension-api.ts';

/** Asks the user for access to these origins alone. Must be called within a user's click. */
export function allowOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(origins)].map((origin) => `${origin}/*`) });
}
