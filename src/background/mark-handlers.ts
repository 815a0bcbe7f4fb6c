import { cookieStoreOf } from '../browser/containers.ts';
import { picturesItem } from '../browser/items.ts';
import type { Handlers, Sender } from '../browser/messaging.ts';
import { changeSeenRoles } from '../browser/seen-roles.ts';
import { readItem } from '../browser/stored-item.ts';
import type { Session } from '../core/console/session.ts';
import { safetyMark } from '../core/marks/safety-mark.ts';
import { withoutSeen, withSeen } from '../core/marks/session-clock.ts';
import type { BackgroundApi } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { prepareFirstScreen } from './first-screens.ts';
import { settleSwitch } from './history.ts';
import { parseFacts, sessionOf } from './message-input.ts';
import { standingsOf } from './standings.ts';

/** What the background answers for the marks on console pages. */
export const markHandlers: Pick<Handlers<BackgroundApi>, 'markOfPage'> = {
  async markOfPage(input, sender) {
    if (sender.kind !== 'content-script') return undefined;
    const facts = parseFacts(input, sender);
    const session = sessionOf(input, sender);
    if (!facts || !session) return undefined;
    // Whoever has a console page before them may open the popup next.
    void prepareFirstScreen(sender.tabId, facts);
    void settleSwitch(session, sender);
    const [{ config }, settings, pictures] = await Promise.all([
      currentConfig(),
      currentSettings(),
      readItem(picturesItem),
    ]);
    const mark = safetyMark(session, standingsOf(config, session, settings), pictures);
    if (!mark) return undefined;
    const { markPage, markTitle, markIcon, markTime } = settings;
    const since = markTime && mark.isSwitched ? await seenSince(session, sender) : undefined;
    return { mark, since, shows: { markPage, markTitle, markIcon } };
  },
};

/** The switch is made anew: the session will be another one. Not to be waited for; never rejects. */
export async function forgetSeen(session: Session, sender: Sender): Promise<void> {
  try {
    const key = await sessionKey(session, sender);
    await changeSeenRoles((seen) => withoutSeen(seen, key));
  } catch (error) {
    console.warn('Hatrack: the time of the switch was not kept.', error);
  }
}

async function seenSince(session: Session, sender: Sender): Promise<number | undefined> {
  const { current, partition } = session;
  const role = JSON.stringify([partition, current?.accountId ?? current?.accountAlias, current?.roleName]);
  const key = await sessionKey(session, sender);
  return (await changeSeenRoles((seen) => withSeen(seen, key, role, Date.now())))[key]?.since;
}

/** A classic session is that of its cookies; one of several is that of its label. */
async function sessionKey({ multiSession, partition }: Session, sender: Sender): Promise<string> {
  const store = sender.kind === 'content-script' ? await cookieStoreOf(sender.tabId) : undefined;
  return JSON.stringify([store ?? '', partition, multiSession?.differentiator ?? '']);
}
