import type { Layer } from '../core/config/layer.ts';
import type { GoodText } from '../core/team/judge-text.ts';
import { sourceName, TEAM_TEXT_LIMIT, type Team, type TeamCopy, type TeamSource } from '../core/team/team-source.ts';
import { changeSource, currentSources } from '../core/team/team-sources.ts';
import { teamItem } from './items.ts';
import { readPolicy } from './managed-store.ts';
import { checksumOf, pack, unpack } from './pack.ts';
import { withStorageLock } from './storage-lock.ts';
import { NewerVersionError, readItem, writeItem } from './stored-item.ts';

/** All sources that count now: the policy's, then the user's. */
export async function readTeamSources(): Promise<readonly TeamSource[]> {
  const [policy, team] = await Promise.all([readPolicy(), readItem(teamItem)]);
  return currentSources(policy, team);
}

/**
 * The texts in use, in the order in which they count. A damaged one is left out until it comes again; where a newer
 * Hatrack has written them there are none, as far as this one can tell.
 */
export async function readTeamLayers(): Promise<readonly Layer[]> {
  const sources = await readTeamSources().catch((error: unknown) => {
    if (error instanceof NewerVersionError) return [];
    throw error;
  });
  const layers = await Promise.all(
    sources.map(async (source): Promise<Layer[]> => {
      const text = source.used && (await copyText(source.used));
      return text === undefined ? [] : [{ origin: { kind: 'team', name: sourceName(source) }, text }];
    }),
  );
  return layers.flat();
}

/** Changes what is kept, in one write. Rejects when the browser refuses it; then nothing has changed. */
export async function changeTeam(change: (team: Team) => Team): Promise<void> {
  await withStorageLock(async () => {
    const before = await readItem(teamItem);
    const after = change(before);
    if (after !== before) await writeItem(teamItem, after);
  });
}

/** Changes one source, the policy's or the user's. @throws as `changeTeam` does */
export async function changeTeamSource(id: string, change: (source: TeamSource) => TeamSource): Promise<void> {
  const policy = await readPolicy();
  await changeTeam((team) => changeSource(policy, team, id, change));
}

/** A text as it is kept. @param at when it came, in milliseconds since 1970 */
export async function toCopy({ text, usable, secrets }: GoodText, at: number): Promise<TeamCopy> {
  return { packed: await pack(text), checksum: await checksumOf(text), usable, secrets, at };
}

/** The texts of the copies that were read last: a switch should not wait for one to be unpacked again. */
const unpacked = new Map<string, string>();
/** Characters that are remembered of all together. */
const REMEMBERED = 2 * TEAM_TEXT_LIMIT;

/** The text of a copy; undefined where storage has damaged it. */
export async function copyText({
  packed,
  checksum,
}: Pick<TeamCopy, 'packed' | 'checksum'>): Promise<string | undefined> {
  const known = unpacked.get(packed);
  if (known !== undefined) return known;
  try {
    const text = await unpack(packed);
    if ((await checksumOf(text)) !== checksum) throw new Error('It is not the text that was kept.');
    if (text.length + [...unpacked.values()].reduce((sum, { length }) => sum + length, 0) > REMEMBERED)
      unpacked.clear();
    unpacked.set(packed, text);
    return text;
  } catch (error) {
    console.warn('Hatrack: a kept team configuration can not be read.', error);
    return undefined;
  }
}
