import { cookieStoreOf } from '../browser/containers.ts';
import { containersItem } from '../browser/items.ts';
import type { Handlers, Sender } from '../browser/messaging.ts';
import { readItem } from '../browser/stored-item.ts';
import type { Role } from '../core/config/config.ts';
import { parseService } from '../core/console/console-services.ts';
import { type ContainerPlace, containerPlace } from '../core/places/container-place.ts';
import { containerOf, containersOfBases, neededContainers } from '../core/places/role-container.ts';
import { recordOf } from '../core/record.ts';
import { sessionName } from '../core/sessions/open-session.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { BackgroundApi } from '../protocol.ts';
import { chosenRole } from './chosen-role.ts';
import { currentConfig } from './current-config.ts';
import { switchInContainer } from './switch-in-container.ts';

/** What the background answers about Firefox's containers. */
export const containerHandlers: Handlers<Pick<BackgroundApi, 'switchInContainer' | 'listContainers'>> = {
  async switchInContainer(input, sender) {
    const { facts, roleId, service, link, place: openIn, isConfirmed } = recordOf(input);
    const choice = await chosenRole(facts, roleId, sender);
    if (choice.kind === 'refused') return { kind: 'failed', reason: choice.reason };
    const { role, session } = choice;
    const place = await placeOf(role, sender);
    // Since the plan was made, the user has said something else about the container.
    if (place.kind === 'here' || sender.kind !== 'content-script') return { kind: 'failed', reason: 'no-answer' };
    return switchInContainer({
      choice: {
        roleId: role.id,
        service: parseService(service)?.id,
        link: typeof link === 'string' ? link : undefined,
        place: parseSetting('openSessionIn', openIn),
        isConfirmed: isConfirmed === true,
      },
      role,
      place,
      askingTabId: sender.tabId,
      partition: session.partition,
      whoMaySwitch: async (tabFacts, tab) => {
        const there = await chosenRole(tabFacts, roleId, tab);
        return there.kind === 'chosen' ? sessionName(there.session) : undefined;
      },
    });
  },

  async listContainers(_input, sender) {
    return sender.kind === 'extension-page' ? neededContainers((await currentConfig()).config) : [];
  },
};

/** Where a role that was chosen in a tab is to be switched to. */
export async function placeOf(role: Role, sender: Sender): Promise<ContainerPlace> {
  if (sender.kind !== 'content-script') return { kind: 'here' };
  const { config } = await currentConfig();
  const container = containerOf(role, containersOfBases(config.bases));
  if (!container) return { kind: 'here' };
  const [known, cookieStoreId] = await Promise.all([readItem(containersItem), cookieStoreOf(sender.tabId)]);
  return containerPlace(container, cookieStoreId, known);
}
