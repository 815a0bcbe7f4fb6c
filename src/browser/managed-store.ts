import { type CheckedPolicy, checkPolicy, type Policy } from '../core/team/policy.ts';
import { browser } from './extension-api.ts';

/** The organisation's policy; an empty one where there is none. Never rejects. */
export async function readPolicy(): Promise<Policy> {
  return (await readCheckedPolicy()).policy;
}

/** The policy, and what of it can't be used. Never rejects. */
export async function readCheckedPolicy(): Promise<CheckedPolicy> {
  return checkPolicy(await readManaged());
}

/**
 * Calls back after every change, from then on or until the signal. Chromium tells of it a few seconds after the policy
 * has changed; Firefox 153 never does: there a policy counts from the next start of the browser.
 */
export function onPolicyChange(callback: () => void, signal?: AbortSignal): void {
  const listener = (_changes: object, area: string) => {
    if (area === 'managed') callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // What Firefox answers where no policy names the extension.
    return undefined;
  }
}
