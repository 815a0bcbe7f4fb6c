import type { Handlers } from '../browser/messaging.ts';
import { showPopupFor } from '../browser/show-popup.ts';
import type { BackgroundApi } from '../protocol.ts';

/** Shows what is withheld from a tab's session in a page of the extension's own: nothing of it may be in the tab. */
export const showWithheld: Handlers<BackgroundApi>['showWithheld'] = async (_input, sender) => {
  if (sender.kind === 'content-script') await showPopupFor(sender.tabId);
  return undefined;
};
