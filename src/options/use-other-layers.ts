import { useEffect, useState } from 'preact/hooks';
import { readOtherLayers } from '../browser/other-layers.ts';
import type { Layer } from '../core/config/layer.ts';

const NONE: readonly Layer[] = [];

/** The layers before the user's own text; none until they have been read. */
export function useOtherLayers(): readonly Layer[] {
  const [layers, setLayers] = useState(NONE);
  useEffect(() => void readOtherLayers().then(setLayers), []);
  return layers;
}
