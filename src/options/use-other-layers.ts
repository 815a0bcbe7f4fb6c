import { useEffect, useState } from 'preact/hooks';
import { watchOtherLayers } from '../browser/other-layers.ts';
import type { Layer } from '../core/config/layer.ts';

const NONE: readonly Layer[] = [];

/** The layers before the user's own text, kept up to date; none until they have been read. */
export function useOtherLayers(): readonly Layer[] {
  const [layers, setLayers] = useState(NONE);
  useEffect(() => {
    const watching = new AbortController();
    watchOtherLayers(setLayers, watching.signal);
    return () => watching.abort();
  }, []);
  return layers;
}
