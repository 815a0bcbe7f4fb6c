import { readSavedConfig } from '../browser/config-store.ts';
import type { Config } from '../core/config/config.ts';
import { readConfig } from '../core/config/read-config.ts';

export interface CurrentConfig {
  readonly config: Config;
  /** Nothing but white space was ever saved. */
  readonly isEmpty: boolean;
}

/** The last reading, kept only as long as the worker lives and only for the very same text. */
let lastReading: { readonly text: string; readonly current: CurrentConfig } | undefined;

/** The saved text, read. The text is the only truth, so it is fetched every time; reading it again is what is saved. */
export async function currentConfig(): Promise<CurrentConfig> {
  const { text } = (await readSavedConfig()).config;
  if (lastReading?.text !== text) {
    lastReading = { text, current: { config: readConfig(text), isEmpty: text.trim() === '' } };
  }
  return lastReading.current;
}
