// The fault loop as it runs in a page of the extension: the entry of a bundle of its own.
import { type LoopResult, loopOverFaults, type Place } from './fault-loop.ts';
import { RealDevice, type StartEngine } from './profile.ts';

declare const browser: ConstructorParameters<typeof RealDevice>[0] extends infer S ? { readonly storage: S } : never;

/** Chromium takes 120 writes a minute into storage.sync; one run takes a few. */
const ENOUGH_WRITES = 100;

/** Goes on from a place until every place had its turn or storage.sync has had enough writes for a minute. */
export function loopInPage(startEngine: StartEngine, from: Place): Promise<LoopResult> {
  const device = new RealDevice(browser.storage);
  return loopOverFaults(startEngine, device, from, () => device.syncWrites > ENOUGH_WRITES);
}
