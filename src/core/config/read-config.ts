import type { Config } from './config.ts';
import { PERSONAL } from './layer.ts';
import { readLayers } from './read-layers.ts';

/** Reads one text by itself, as the user's own: what `readLayers` tells of it. */
export function readConfig(text: string): Config {
  return readLayers([{ origin: PERSONAL, text }]);
}
