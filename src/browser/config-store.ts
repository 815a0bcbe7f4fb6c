import { removeSecrets } from '../core/config/secrets.ts';
import { type Ancestry, descend, idSource, type VersionId } from '../core/saved/ancestry.ts';
import { type DamagedConfig, NOTHING_SAVED, type SavedConfig, type StoredConfig } from '../core/saved/saved-config.ts';
import { commitConfig, type NewConfig } from './config-commit.ts';
import { configItem, damagedItem, syncConflictItem, syncStatusItem, versionsItem } from './items.ts';
import { type CheckedText, toKept, wholeText } from './kept-text.ts';
import { checksumOf } from './pack.ts';
import { withStorageLock } from './storage-lock.ts';
import { envelope, readItem, readRaw, watchItem } from './stored-item.ts';
import { newestWhole } from './version-store.ts';

/** Raised where the text that a change was made on is not the saved one any more. */
export class ChangedMeanwhileError extends Error {}

export interface SavedReading {
  readonly config: SavedConfig;
  /** Whether what is stored is damaged, and the last good version stands in for it. */
  readonly isDamaged: boolean;
}

/** The saved configuration; where that is damaged, the newest version that is whole. Never writes. */
export async function readSavedConfig(): Promise<SavedReading> {
  const stored = await readItem(configItem);
  const text = stored && (await wholeText(stored, stored.checksum));
  if (stored && stored.id !== '' && text !== undefined) return { config: withText(stored, text), isDamaged: false };
  const versions = await readItem(versionsItem);
  // Nothing was saved, ever, only where there are no versions either.
  if (stored?.id === '' && versions.length === 0) return { config: NOTHING_SAVED, isDamaged: false };
  return { config: (await newestWhole(versions)) ?? NOTHING_SAVED, isDamaged: true };
}

/** Calls back with the saved configuration after every change, from whichever context it came. */
export function watchSavedConfig(onChange: (config: SavedConfig) => void, signal: AbortSignal): void {
  watchItem(
    configItem,
    () =>
      void readSavedConfig().then(({ config }) => {
        if (!signal.aborted) onChange(config);
      }),
    signal,
  );
}

/**
 * Saves a text that was made from the saved one. Whatever the caller has done about them, credentials are taken out
 * here: they are never stored.
 * @throws {ChangedMeanwhileError} where another text was saved meanwhile: it is not overwritten
 * @throws what the browser says where it refuses; then the old text is whole
 */
export function saveConfig(text: string, basedOn: VersionId, now: number): Promise<SavedConfig> {
  // Begun before anything is waited for: with a long text it is most of the work.
  const made = makeText(text);
  return withStorageLock(async () => {
    const { config, isDamaged } = await readSavedConfig();
    if (config.id !== basedOn) throw new ChangedMeanwhileError('changed meanwhile');
    const together = isDamaged ? await damagedAside(config, now) : {};
    return commitConfig({
      next: await newConfig(await made, [config], now),
      // It is among the versions already, but for one that an earlier Hatrack was killed after or that there was no room for.
      alsoKept: config.id === '' ? [] : [config],
      compared: await comparedId(),
      together,
    });
  });
}

/**
 * Saves what the user has made of two devices' texts.
 * @throws {ChangedMeanwhileError} where either of the two is not the one that the user has seen
 */
export function resolveConflict(text: string, mine: VersionId, theirs: VersionId, now: number): Promise<SavedConfig> {
  const made = makeText(text);
  return withStorageLock(async () => {
    const [{ config }, conflict] = await Promise.all([readSavedConfig(), readItem(syncConflictItem)]);
    if (config.id !== mine || conflict?.id !== theirs) throw new ChangedMeanwhileError('changed meanwhile');
    return commitConfig({
      next: await newConfig(await made, [config, conflict], now),
      alsoKept: [config, { ...conflict, origin: 'sync' }],
      compared: await comparedId(),
      together: envelope(syncConflictItem, undefined),
    });
  });
}

/** Puts a damaged configuration aside and the last good version in its place. Does nothing where all is well. */
export function repairConfig(now: number): Promise<void> {
  return withStorageLock(async () => {
    const { config, isDamaged } = await readSavedConfig();
    if (!isDamaged) return;
    const together = await damagedAside(config, now);
    const next = config.id === '' ? await newConfig(await makeText(''), [], now) : config;
    await commitConfig({ next, alsoKept: [], compared: await comparedId(), together });
  });
}

/** A text without its credentials, and what is stored of it. */
interface MadeText {
  readonly text: string;
  readonly made: CheckedText;
}

async function makeText(written: string): Promise<MadeText> {
  const { text } = removeSecrets(written);
  return { text, made: await toKept(text) };
}

/** A text that is made of these. */
async function newConfig(
  { text, made }: MadeText,
  parents: readonly (Ancestry & { readonly savedAt: number })[],
  now: number,
): Promise<NewConfig> {
  // A clock that was set back must not make the newer text look older.
  const savedAt = Math.max(now, ...parents.map((parent) => parent.savedAt + 1));
  const hash = await checksumOf(idSource(parents, savedAt, made.checksum));
  return { ...descend(parents, hash), text, savedAt, origin: 'here', made };
}

async function damagedAside(config: SavedConfig, now: number): Promise<Record<string, unknown>> {
  const damaged: DamagedConfig = { noticedAt: now, found: await readRaw(configItem), replacedBy: config.savedAt };
  return envelope(damagedItem, damaged);
}

async function comparedId(): Promise<VersionId> {
  return (await readItem(syncStatusItem)).syncedId;
}

function withText({ id, ancestors, savedAt, origin, checksum }: StoredConfig, text: string): SavedConfig {
  return { id, ancestors, text, savedAt, origin, checksum };
}
