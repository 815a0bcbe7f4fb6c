import type { Context } from './context.ts';
import { consoleHost } from './hosts.ts';
import { type Answer, redirect } from './http.ts';
import { grantSwitch } from './multi-session.ts';
import { badRequestPage, switchRolePage } from './sign-in-pages.ts';
import { checkTarget } from './switch-fields.ts';
import { switchClassic } from './switch-role.ts';

/** The Switch Role page's own submit: the only way in which a link switches anything (contract §4, §11.7). */
export function postSwitchRoleForm(context: Context): Answer {
  const { incoming, browser, partition } = context;
  const form = new URLSearchParams(incoming.body);
  if (!browser || form.get('formToken') !== browser.formToken) return badRequestPage('formToken: not this browser’s');
  const session = browser.sessionFor(undefined);
  if (!session) return badRequestPage('no session in this browser');
  const checked = checkTarget((name) => form.get(name === 'account' ? 'accountId' : name));
  if (!checked.ok) return { ...switchRolePage(context, browser, true), failure: checked.reason };
  // `redirect_uri` on the link has been ignored since January 2025 (§4): the console's home follows.
  const home = new URL(`https://${consoleHost(partition, partition.defaultRegion, undefined)}/console/home`);
  const request = { ...checked.value, redirect: home };
  if (session.differentiator === undefined) return switchClassic(context, browser, session, request);
  const granted = grantSwitch(context, browser, session, request);
  return granted.ok
    ? redirect(granted.destination)
    : { ...switchRolePage(context, browser, true), failure: granted.reason };
}
