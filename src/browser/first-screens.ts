import type { FoundWindow } from '../core/finding/list-item.ts';
import type { ListSummary } from '../core/finding/list-summary.ts';
import { browser } from './extension-api.ts';

/*
 * How lists looked the last time, for the popup to show while it asks how they look now. In storage.session, which the
 * browser keeps from content scripts, forgets when it closes, and reads without waking the worker.
 */

/** A console tab's list, or that of all roles. */
export type Screen = number | 'all';

interface FirstScreen {
  readonly list: ListSummary;
  readonly found: FoundWindow;
}

/** Told anew whenever what is kept may not be so any more. */
const EPOCH = 'firstScreenEpoch';
/** Tabs come and go, and nobody tells a sleeping worker: their screens take turns in so many places. */
const PLACES = 4;
/** Reading more would take longer than asking. */
const MOST_CHARACTERS = 100_000;

/**
 * Reads all that are kept, and gives the one that is asked for later: until then it need not be known which. Undefined
 * where none is kept that is still good.
 */
export async function readFirstScreens(): Promise<(screen: Screen) => FirstScreen | undefined> {
  const kept = await browser.storage.session.get([EPOCH, ...KEYS]);
  return (screen) => {
    const json = kept[keyOf(screen)];
    if (typeof json !== 'string') return undefined;
    // Only this module writes it.
    const { screen: of, epoch, ...first } = JSON.parse(json) as FirstScreen & { screen: Screen; epoch: unknown };
    return of === screen && epoch === (kept[EPOCH] ?? null) ? first : undefined;
  };
}

/** Keeps what the list looks like. What is told only once, or only of now, is left out. */
export async function keepFirstScreen(screen: Screen, { list, found }: FirstScreen): Promise<void> {
  const { [EPOCH]: epoch = null } = await browser.storage.session.get(EPOCH);
  const lasting: ListSummary = { ...list, withheld: [], sessions: undefined, failedSwitch: undefined };
  const kept = JSON.stringify({ screen, epoch, list: lasting, found });
  if (kept.length <= MOST_CHARACTERS) await browser.storage.session.set({ [keyOf(screen)]: kept });
}

/** What was kept is shown no more. */
export async function forgetFirstScreens(): Promise<void> {
  await browser.storage.session.set({ [EPOCH]: crypto.randomUUID() });
}

function keyOf(screen: Screen): string {
  return `firstScreen.${screen === 'all' ? screen : screen % PLACES}`;
}

const KEYS = ['all' as const, ...Array.from({ length: PLACES }, (_, place) => place)].map(keyOf);
