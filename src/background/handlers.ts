import { cookieStoreOf } from '../browser/containers.ts';
import { containersItem, picturesItem } from '../browser/items.ts';
import type { Handlers, Sender } from '../browser/messaging.ts';
import { keepLanding, readLanding } from '../browser/pending-landings.ts';
import { rememberUse } from '../browser/personal-store.ts';
import { readItem } from '../browser/stored-item.ts';
import { openOptions, openTab, showOpener } from '../browser/tabs.ts';
import type { Role, RoleId } from '../core/config/config.ts';
import { parseService } from '../core/console/console-services.ts';
import { PARTITIONS } from '../core/console/partition.ts';
import { goOnUrl, pendingLanding } from '../core/console/pending-landing.ts';
import type { Session } from '../core/console/session.ts';
import { parseDestination } from '../core/console/switch-answer.ts';
import {
  accountText,
  type Refusal,
  type SwitchRequest,
  switchBackRequest,
  switchRequest,
  switchRoleLink,
} from '../core/console/switch-request.ts';
import { type ContainerPlace, containerPlace } from '../core/places/container-place.ts';
import { containerOf, containersOfBases, neededContainers } from '../core/places/role-container.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import { toRoleList } from '../core/roles/role-list.ts';
import { isPortalRole } from '../core/roles/standing.ts';
import { visibleRoles } from '../core/roles/visible-roles.ts';
import { baseNames } from '../core/saved/base-names.ts';
import { toRoleKey } from '../core/saved/personal.ts';
import type { BackgroundApi } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { parseFacts, sessionOf } from './message-input.ts';
import { portalHandlers } from './portal.ts';
import { showWithheld } from './show-withheld.ts';
import { switchInContainer } from './switch-in-container.ts';

/** What the background answers. The input may come from a compromised page process: each handler parses its own. */
export const handlers: Handlers<BackgroundApi> = {
  ...portalHandlers,
  showWithheld,

  async listRoles(input, sender) {
    const [{ config, isEmpty }, settings, pictures] = await Promise.all([
      currentConfig(),
      currentSettings(),
      readItem(picturesItem),
    ]);
    const isForPage = sender.kind === 'content-script';
    const session = input === undefined ? undefined : sessionOf(input, sender);
    // Without a session the popup may see every role; a web page's tab gets none.
    const listed = isForPage && !session ? { ...config, roles: [], portalRoles: [], problems: [] } : config;
    return toRoleList({ config: listed, session, settings, isConfigEmpty: isEmpty, pictures, isForPage });
  },

  async planSwitch(input, sender) {
    const { facts, roleId, service } = recordOf(input);
    const choice = await chosenRole(facts, roleId, sender);
    if (choice.kind === 'refused') return choice;
    const { role, session, pageUrl } = choice;
    if ((await placeOf(role, sender)).kind === 'elsewhere') return { kind: 'other-container' };
    const { landing } = await currentSettings();
    // Not waited for: the switch goes first.
    remember(role, session).catch((error: unknown) => console.error('Hatrack: the use was not remembered.', error));
    const request = switchRequest(role, session, pageUrl, { landing, service: parseService(service) });
    await keepNextPage(request, role, sender);
    return request;
  },

  async switchInContainer(input, sender) {
    const { facts, roleId, service } = recordOf(input);
    const choice = await chosenRole(facts, roleId, sender);
    if (choice.kind === 'refused') return { kind: 'failed', reason: choice.reason };
    const { role, session } = choice;
    const place = await placeOf(role, sender);
    // Since the plan was made, the user has said something else about the container.
    if (place.kind === 'here' || sender.kind !== 'content-script') return { kind: 'failed', reason: 'no-answer' };
    return switchInContainer({
      choice: { roleId: role.id, service: parseService(service)?.id },
      role,
      place,
      askingTabId: sender.tabId,
      partition: session.partition,
      isOffered: async (tabFacts, tab) => (await chosenRole(tabFacts, roleId, tab)).kind === 'chosen',
    });
  },

  async listContainers(_input, sender) {
    return sender.kind === 'extension-page' ? neededContainers((await currentConfig()).config) : [];
  },

  async planSwitchBack(input, sender) {
    const facts = parseFacts(input, sender);
    const session = sessionOf(input, sender);
    if (!facts || !session) return refused('session-unknown');
    const { landing } = await currentSettings();
    const request = switchBackRequest(session, facts.pageUrl, { landing });
    await keepNextPage(request, undefined, sender);
    return request;
  },

  async goOn(input, sender) {
    if (sender.kind !== 'content-script') return { kind: 'stay' };
    const pending = await readLanding(sender.tabId);
    const session = sessionOf(input, sender);
    const url = pending && session && goOnUrl(pending, session, Date.now());
    if (url === undefined) return { kind: 'stay' };
    await keepLanding(sender.tabId, undefined);
    return { kind: 'go-on', url };
  },

  async openSwitchRolePage(input, sender) {
    const { facts, roleId } = recordOf(input);
    const choice = await chosenRole(facts, roleId, sender);
    if (choice.kind === 'refused') return choice;
    const link = switchRoleLink(choice.role, choice.session);
    if (typeof link !== 'string') return link;
    if (sender.kind !== 'content-script') return refused('session-unknown');
    await openTab({ url: link, askingTabId: sender.tabId, place: 'new-tab' });
    return { kind: 'opened' };
  },

  async openDestination(input, sender) {
    const { facts, roleId, url } = recordOf(input);
    const session = sessionOf(facts, sender);
    const destination =
      session?.multiSession && typeof url === 'string'
        ? parseDestination(url, PARTITIONS[session.partition])
        : undefined;
    if (destination === undefined || sender.kind !== 'content-script') return { kind: 'refused' };
    const [{ openSessionIn }, choice] = await Promise.all([currentSettings(), chosenRole(facts, roleId, sender)]);
    const role = choice.kind === 'chosen' ? choice.role : undefined;
    await openTab({ url: destination, askingTabId: sender.tabId, place: openSessionIn, role });
    return { kind: 'opened' };
  },

  async showOpenerTab(_input, sender) {
    return { kind: sender.kind === 'content-script' ? await showOpener(sender.tabId) : 'gone' };
  },

  async openOptions() {
    await openOptions();
    return undefined;
  },
};

type Choice =
  | { readonly kind: 'chosen'; readonly role: Role; readonly session: Session; readonly pageUrl: string }
  | Refusal;

/** The role if this session may switch to it now: the text may have changed since the list was drawn. */
async function chosenRole(factsInput: unknown, idInput: unknown, sender: Sender): Promise<Choice> {
  const facts = parseFacts(factsInput, sender);
  const session = sessionOf(factsInput, sender);
  const id: RoleId | undefined = parseRoleId(idInput);
  if (!facts || !session) return refused('session-unknown');
  const [{ config }, settings] = await Promise.all([currentConfig(), currentSettings()]);
  const found = visibleRoles(config, session, settings).find(({ role }) => role.id === id);
  if (!found) return refused('role-gone');
  const { role, standing } = found;
  if (standing.kind !== 'offered' || isPortalRole(role)) return refused('role-withheld');
  return { kind: 'chosen', role, session, pageUrl: facts.pageUrl };
}

/** Keeps what the request can't lead to by itself, or forgets what an earlier one could not. */
async function keepNextPage(request: SwitchRequest | Refusal, role: Role | undefined, sender: Sender): Promise<void> {
  if (sender.kind !== 'content-script' || request.kind !== 'form-post') return;
  const { goOnTo } = request;
  await keepLanding(sender.tabId, goOnTo === undefined ? undefined : pendingLanding(goOnTo, role, Date.now()));
}

/** Where a role that was chosen in a tab is to be switched to. */
async function placeOf(role: Role, sender: Sender): Promise<ContainerPlace> {
  if (sender.kind !== 'content-script') return { kind: 'here' };
  const [{ config }, known, cookieStoreId] = await Promise.all([
    currentConfig(),
    readItem(containersItem),
    cookieStoreOf(sender.tabId),
  ]);
  return containerPlace(containerOf(role, containersOfBases(config.bases)), cookieStoreId, known);
}

async function remember(role: Role, { identity, partition }: Session): Promise<void> {
  const [base] = baseNames(identity);
  if (base === undefined) return;
  await rememberUse(base, toRoleKey(partition, accountText(role.account), role.roleName), Date.now());
}

function refused(reason: Refusal['reason']): Refusal {
  return { kind: 'refused', reason };
}
