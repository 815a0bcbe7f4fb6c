import { type Layer, PERSONAL } from '../core/config/layer.ts';
import { readSavedConfig, watchSavedConfig } from './config-store.ts';
import { readOtherLayers, watchOtherLayers } from './other-layers.ts';

/** Calls back with all layers, the user's own as it is saved, now and after every change, until the signal. */
export function watchAllLayers(onChange: (layers: readonly Layer[]) => void, signal: AbortSignal): void {
  let latest = 0;
  const tell = () => {
    const round = ++latest;
    void Promise.all([readOtherLayers(), readSavedConfig()]).then(([others, { config }]) => {
      // Of readings that overlap, only the last one is sure to be of what there is now.
      if (!signal.aborted && round === latest) onChange([...others, { origin: PERSONAL, text: config.text }]);
    });
  };
  watchSavedConfig(tell, signal);
  // It tells of what there is now as well.
  watchOtherLayers(tell, signal);
}
