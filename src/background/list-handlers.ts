import { foldedItem } from '../browser/items.ts';
import type { Handlers, Sender } from '../browser/messaging.ts';
import { pinRole } from '../browser/personal-store.ts';
import { withStorageLock } from '../browser/storage-lock.ts';
import { readItem, writeItem } from '../browser/stored-item.ts';
import { openOptionsAt } from '../browser/tabs.ts';
import { profilesOf } from '../core/access/profiles-of.ts';
import { roleTexts } from '../core/export/role-texts.ts';
import { toListSummary } from '../core/finding/list-summary.ts';
import { recordOf } from '../core/record.ts';
import { listedRoles } from '../core/roles/listed-roles.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import { parseSectionId, withFolded } from '../core/search/sections.ts';
import type { BackgroundApi } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { keepScreenOf } from './first-screens.ts';
import { forgetLists, listInUse, openList } from './lists.ts';
import { parseFacts } from './message-input.ts';
import { takeFailedSwitch } from './settle-attempt.ts';

type ListApi = Pick<
  BackgroundApi,
  'listRoles' | 'findRoles' | 'listedRole' | 'roleTexts' | 'pinRole' | 'foldSection' | 'showInEditor'
>;

/** Longer than anybody types; what was pasted by mistake is not carried around. */
const QUERY_LIMIT = 1000;

/** What the background answers about lists and the roles in them. */
export const listHandlers: Handlers<ListApi> = {
  async listRoles(input, sender) {
    const opened = await openList(input, sender);
    const { list, finder, session, tabId } = opened;
    const failedSwitch = session && tabId !== undefined ? await takeFailedSwitch(tabId, session) : undefined;
    // The first key comes soon, but not before the list is shown.
    setTimeout(() => finder.prepare());
    if (sender.kind === 'extension-page') void keepScreenOf(opened);
    return { list: { ...toListSummary(list), failedSwitch }, found: finder.find('', false, 0) };
  },

  async findRoles(input, sender) {
    const { page, query, canLand, index } = recordOf(input);
    const { finder } = await listInUse(page, sender);
    const text = typeof query === 'string' ? query.slice(0, QUERY_LIMIT) : '';
    return finder.find(text, canLand === true, typeof index === 'number' && index > 0 ? index : 0);
  },

  async listedRole(input, sender) {
    const { page, roleId } = recordOf(input);
    const { list } = await openList(page, sender);
    const id = parseRoleId(roleId);
    return { row: list.rows.find((row) => row.id === id), session: list.session };
  },

  async roleTexts(input, sender) {
    const listed = await listedRow(input, sender);
    const { config, layers } = await currentConfig();
    const role = listed && listedRoles(config).find(({ id }) => id === listed.row.id);
    // What a section says for other programs is not for a page.
    const profileOf = sender.kind === 'extension-page' ? profilesOf(layers) : () => undefined;
    return role && roleTexts(role, listed.partition, profileOf, parseFacts(recordOf(input).page, sender)?.pageUrl);
  },

  async pinRole(input, sender) {
    const listed = await listedRow(input, sender);
    if (listed) await pinRole(listed.row.key, recordOf(input).isPinned === true, Date.now());
    forgetLists();
    return undefined;
  },

  async foldSection(input) {
    const { section, isFolded } = recordOf(input);
    const id = parseSectionId(section);
    if (id === undefined) return undefined;
    await withStorageLock(async () =>
      writeItem(foldedItem, withFolded(await readItem(foldedItem), id, isFolded === true)),
    );
    forgetLists();
    return undefined;
  },

  async showInEditor(input, sender) {
    const listed = await listedRow(input, sender);
    const { config } = await currentConfig();
    const role = listed && listedRoles(config).find(({ id }) => id === listed.row.id);
    if (role?.origin.kind === 'personal') await openOptionsAt(role.line);
    return undefined;
  },
};

/** The row that a message names, if the list for its sender has it. */
async function listedRow(input: unknown, sender: Sender) {
  const { page, roleId } = recordOf(input);
  const { list, session } = await listInUse(page, sender);
  const id = parseRoleId(roleId);
  const all: readonly RoleRow[] = [...list.rows, ...list.withheld];
  const row = all.find((one) => one.id === id);
  return row && { row, partition: session?.partition ?? 'aws' };
}
