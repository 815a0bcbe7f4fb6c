import { readSavedConfig } from '../browser/config-store.ts';
import { keepDerivedConfig, readDerivedConfig } from '../browser/derived-config.ts';
import { configItem, teamItem, versionsItem } from '../browser/items.ts';
import { readOtherLayers } from '../browser/other-layers.ts';
import { checksumOf } from '../browser/pack.ts';
import type { Config } from '../core/config/config.ts';
import { areSameLayers, type Layer, PERSONAL } from '../core/config/layer.ts';
import { readLayers } from '../core/config/read-layers.ts';
import { readUntilChanged } from './until-changed.ts';

export interface CurrentConfig {
  readonly config: Config;
  /** What it was read from. */
  readonly layers: readonly Layer[];
  /** No layer says anything but white space. */
  readonly isEmpty: boolean;
}

/** The last reading, for the very same texts: a team's source that was checked has not changed for that. */
let lastReading: { readonly layers: readonly Layer[]; readonly current: CurrentConfig } | undefined;

/** All layers, read. */
export const currentConfig = readUntilChanged<CurrentConfig>([configItem, versionsItem, teamItem], async () => {
  const [others, saved] = await Promise.all([readOtherLayers(), readSavedConfig()]);
  const layers: readonly Layer[] = [...others, { origin: PERSONAL, text: saved.config.text }];
  if (!lastReading || !areSameLayers(lastReading.layers, layers)) {
    const isEmpty = layers.every((layer) => layer.text.trim() === '');
    lastReading = { layers, current: { config: await readOnce(layers), layers, isEmpty } };
  }
  // What stands in for a damaged text may be damaged next, without anybody telling.
  return { value: lastReading.current, isLasting: !saved.isDamaged };
});

/** Reads the texts, or takes what a worker before this one has made of the very same. */
async function readOnce(layers: readonly Layer[]): Promise<Config> {
  const hash = await checksumOf(JSON.stringify(layers));
  const kept = await readDerivedConfig(hash);
  if (kept) return kept;
  const config = readLayers(layers);
  void keepDerivedConfig(hash, config);
  return config;
}
