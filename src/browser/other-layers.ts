import type { Layer } from '../core/config/layer.ts';
import { policyLayers } from '../core/team/policy-layers.ts';
import { teamItem } from './items.ts';
import { onPolicyChange, readPolicy } from './managed-store.ts';
import { watchItem } from './stored-item.ts';
import { readTeamLayers } from './team-store.ts';

/** The layers before the user's own text, in their order: the policy's, then those of the team sources. */
export async function readOtherLayers(): Promise<readonly Layer[]> {
  const [policy, team] = await Promise.all([readPolicy(), readTeamLayers()]);
  return [...policyLayers(policy), ...team];
}

/** Calls back with the layers now and after every change, until the signal. */
export function watchOtherLayers(onChange: (layers: readonly Layer[]) => void, signal: AbortSignal): void {
  const tell = () =>
    void readOtherLayers().then((layers) => {
      if (!signal.aborted) onChange(layers);
    });
  watchItem(teamItem, tell, signal);
  onPolicyChange(tell, signal);
  tell();
}
