import { adoptReplica } from '../browser/config-store.ts';
import { onStartUp } from '../browser/lifecycle.ts';
import { answer } from '../browser/messaging.ts';
import { closeStorageToContentScripts } from '../browser/platform.ts';
import { onReplicaChange } from '../browser/sync-store.ts';
import type { BackgroundApi } from '../protocol.ts';
import { handlers } from './handlers.ts';

// Every listener is registered synchronously: the event that wakes the worker is delivered only to those.
answer<BackgroundApi>('background', handlers);
onReplicaChange(adopt);
onStartUp(adopt);
// At every start, because the browser does not promise to remember it.
void closeStorageToContentScripts();

function adopt(): void {
  adoptReplica().catch((error: unknown) =>
    console.error('Hatrack: could not take over the synced configuration.', error),
  );
}
