import { browser } from './extension-api.ts';

/**
 * Closes storage to content scripts, so that a compromised page process can't read the configuration.
 * Asked for by feature: Chromium has it on every area; Firefox 153 on none, and there content scripts just never read
 * storage.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  const { local, sync, session, managed } = browser.storage;
  for (const area of [local, sync, session, managed]) {
    if (hasAccessLevel(area)) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}

interface AccessLevelArea {
  setAccessLevel(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

function hasAccessLevel(area: unknown): area is AccessLevelArea {
  return (
    typeof area === 'object' && area !== null && 'setAccessLevel' in area && typeof area.setAccessLevel === 'function'
  );
}

/** Whether this page stands in a private window. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}
