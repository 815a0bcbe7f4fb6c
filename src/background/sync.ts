import { clearAlarm, onAlarm, setAlarm } from '../browser/alarms.ts';
import { repairConfig } from '../browser/config-store.ts';
import { configItem, personalItem, settingsItem } from '../browser/items.ts';
import { onStartUp } from '../browser/lifecycle.ts';
import { onPolicyChange } from '../browser/managed-store.ts';
import { reconcile } from '../browser/reconcile.ts';
import { onItemChange } from '../browser/stored-item.ts';
import { onSyncAreaChange } from '../browser/sync-area.ts';
import { packVersions } from '../browser/version-store.ts';

const ALARM = 'sync';

/** The browsers fire no alarm sooner. */
const SOONEST_ALARM_MS = 30_000;

/** Whether a run waits for its turn: it will see whatever has changed until then. */
let isRequested = false;

/** Runs that were asked for and have not ended: the last one decides about the alarm. */
let runsLeft = 0;

/** Keeps this device and storage.sync together from now on. Call it synchronously when the background starts. */
export function keepInSync(): void {
  onItemChange([configItem, personalItem, settingsItem], request);
  onSyncAreaChange(request);
  onPolicyChange(request);
  onAlarm(ALARM, request);
  onStartUp(request);
}

/** What changes in one go is looked at once. */
function request(): void {
  if (isRequested) return;
  isRequested = true;
  runsLeft += 1;
  // Should the background end before it is done, nothing else may start it for hours.
  const guard = setAlarm(ALARM, Date.now() + SOONEST_ALARM_MS);
  setTimeout(async () => {
    isRequested = false;
    try {
      await guard;
      await run();
    } catch (error) {
      await tryLater(error);
    } finally {
      runsLeft -= 1;
    }
  });
}

async function run(): Promise<void> {
  // First of all: what is damaged is to be put aside before anything takes its place.
  await repairConfig(Date.now());
  const { retryAt } = await reconcile(Date.now());
  await packVersions();
  if (runsLeft > 1) return;
  if (retryAt === 0) {
    await clearAlarm(ALARM);
    return;
  }
  // A short wait is held out here; the alarm is for the case that the background ends meanwhile.
  await setAlarm(ALARM, Math.max(retryAt, Date.now() + SOONEST_ALARM_MS));
  if (retryAt - Date.now() < SOONEST_ALARM_MS) setTimeout(request, Math.max(0, retryAt - Date.now()));
}

/** What local storage refuses once it may take the next time. */
async function tryLater(error: unknown): Promise<void> {
  console.error('Hatrack: could not bring this device and sync together.', error);
  await setAlarm(ALARM, Date.now() + SOONEST_ALARM_MS);
}
