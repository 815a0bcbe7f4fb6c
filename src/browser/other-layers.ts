import type { Layer } from '../core/config/layer.ts';

const NONE: readonly Layer[] = [];

/** The layers before the user's own text, in their order: the policy's, then those of the team sources. Never rejects. */
export function readOtherLayers(): Promise<readonly Layer[]> {
  return Promise.resolve(NONE);
}
