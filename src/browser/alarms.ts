import { browser } from './extension-api.ts';

/** Sets an alarm, or sets it anew; it fires also where the background has ended meanwhile. At most one by each name. */
export async function setAlarm(name: string, when: number): Promise<void> {
  await browser.alarms.create(name, { when });
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Calls back when the alarm of this name fires. Register it synchronously at start-up. */
export function onAlarm(name: string, callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) callback();
  });
}
