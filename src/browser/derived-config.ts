import type { Config } from '../core/config/config.ts';
import { browser } from './extension-api.ts';

/**
 * The reading of the texts, kept for the next start of the background: storage.session is gone with the browser and
 * with every update of the extension, so nothing in it is older than the code that made it. It can be thrown away at
 * any moment; the texts are the only truth.
 */
const KEY = 'derivedConfig';

/** The reading of the texts with this hash; undefined where it is not kept. Never rejects. */
export async function readDerivedConfig(textHash: string): Promise<Config | undefined> {
  try {
    const { [KEY]: found } = await browser.storage.session.get(KEY);
    const { hash, json } = (found ?? {}) as { hash?: unknown; json?: unknown };
    // Only this module writes it, and the browser keeps content scripts from it.
    return hash === textHash && typeof json === 'string' ? (JSON.parse(json) as Config) : undefined;
  } catch (error) {
    console.warn('Hatrack: the kept reading can not be used; the texts are read again.', error);
    return undefined;
  }
}

/** Keeps a reading, as one string: the browser stores that many times faster than objects. Never rejects. */
export async function keepDerivedConfig(textHash: string, config: Config): Promise<void> {
  try {
    await browser.storage.session.set({ [KEY]: { hash: textHash, json: JSON.stringify(config) } });
  } catch (error) {
    // A text this large is read anew each time.
    console.warn('Hatrack: there is no room to keep the reading of the texts.', error);
  }
}
