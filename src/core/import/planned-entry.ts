import { appendBlocks } from '../config/append-section.ts';
import type { ConfigText } from '../config/config-text.ts';
import { removeSecrets } from '../config/secrets.ts';
import { applyEdits, type KeyChanges, setKeysIn } from '../config/write-config.ts';
import type { ImportEntry } from './import-plan.ts';

/** Lines to add; blocks of several entries keep the order of their numbers. */
export interface Block {
  readonly order: number;
  readonly lines: readonly string[];
}

/** An entry and what has to be done in the current text if it is taken. */
export interface PlannedEntry {
  readonly entry: ImportEntry;
  readonly blocks: readonly Block[];
  /** Header in the current text whose keys change as the entry says. */
  readonly line: number | undefined;
}

export function skipped(entry: Omit<ImportEntry, 'action' | 'changes'>): PlannedEntry {
  return { entry: { ...entry, action: 'skip', changes: [] }, blocks: [], line: undefined };
}

/** The current text with what is wanted; every other byte stays. */
export function carryOut(current: ConfigText, planned: readonly PlannedEntry[], declined: ReadonlySet<number>): string {
  const taken = planned.filter((_, index) => !declined.has(index));
  const changes = new Map<number, KeyChanges>();
  for (const { line, entry } of taken) {
    if (line === undefined) continue;
    const wanted = Object.fromEntries(entry.changes.map(({ key, after }) => [key, after]));
    changes.set(line, { ...changes.get(line), ...wanted });
  }
  const blocks = taken.flatMap((entry) => entry.blocks).sort((a, b) => a.order - b.order);
  return applyEdits(current.text, [
    ...[...changes].flatMap(([line, wanted]) => setKeysIn(current, line, wanted)),
    ...appendBlocks(
      current,
      blocks.map(({ lines }) => lines),
    ),
  ]);
}

/** Whether something that was no credential where it came from would be taken for one in the text. */
export function holdsSecret(lines: readonly string[]): boolean {
  return removeSecrets(lines.join('\n')).removed.length > 0;
}
