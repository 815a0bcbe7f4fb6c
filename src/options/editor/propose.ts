// What to propose at a place in the text. Knows nothing of how a list of proposals looks.
import { CSS_COLORS } from '../../core/config/css-colors.ts';
import { knownKey } from '../../core/config/keys.ts';
import { PARTITIONS } from '../../core/console/partition.ts';
import { REGIONS } from '../../core/console/regions.ts';
import type { MessageKey } from '../../ui/translation.ts';
import { readLine } from './ini-line.ts';
import { KEY_SENTENCES } from './key-sentences.ts';
import type { SectionNames } from './section-names.ts';

export interface Proposal {
  readonly text: string;
  readonly kind: 'key' | 'name' | 'color' | 'region' | 'word';
  readonly detail?: string;
  readonly sentence?: MessageKey;
}

export interface Proposals {
  /** Where in the line what they replace begins. */
  readonly from: number;
  /** The likeliest first. */
  readonly list: readonly Proposal[];
}

/** What the line alone does not tell; asked for only where it matters. */
export interface Surroundings {
  names(): SectionNames;
  /** Keys and name of the section that the line is in, without the line itself. */
  section(): { readonly name: string | undefined; readonly keys: ReadonlySet<string> };
}

const BOOLEANS: readonly Proposal[] = words('true', 'false');
const COLOR_NAMES: readonly Proposal[] = [...CSS_COLORS].map(([text, digits]) => ({
  text,
  kind: 'color',
  detail: `#${digits}`,
}));
const REGION_CODES: readonly Proposal[] = Object.values(PARTITIONS).flatMap(({ id }) =>
  REGIONS[id].map(({ code, place }): Proposal => ({ text: code, kind: 'region', detail: place })),
);

/** What can stand as the value of a key, where that is a list. */
const VALUES: Readonly<Record<string, readonly Proposal[]>> = {
  color: COLOR_NAMES,
  region: REGION_CODES,
  target_region: REGION_CODES,
  confirm: BOOLEANS,
  favorite: BOOLEANS,
  hidden: BOOLEANS,
  env: words('production', 'staging', 'testing', 'development', 'sandbox'),
  container_color: words('blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple', 'toolbar'),
  container_icon: words(
    ...['fingerprint', 'briefcase', 'dollar', 'cart', 'circle', 'gift', 'vacation', 'food', 'fruit', 'pet', 'tree'],
    ...['chill', 'fence'],
  ),
};

/** @param before the line up to the cursor */
export function propose(before: string, around: Surroundings): Proposals | undefined {
  if (/^\s*[\w-]*$/.test(before)) return { from: before.search(/[\w-]*$/), list: proposeKeys(around) };
  const line = readLine(before);
  // A cursor in the comment is behind the value.
  if (line.kind !== 'entry' || line.comment.from < line.comment.to) return undefined;
  const key = knownKey(line.name) ?? line.name;
  const from = line.value.from;
  if (key === 'source_profile') return proposeBases(before, from, around);
  const list = key === 'sso_session' ? [...around.names().ssoSessions].map(toName) : VALUES[key];
  return list && { from, list };
}

function proposeKeys(around: Surroundings): Proposal[] {
  const { keys } = around.section();
  return Object.entries(KEY_SENTENCES)
    .filter(([key]) => !keys.has(key))
    .map(([text, sentence]) => ({ text, kind: 'key', sentence }));
}

function proposeBases(before: string, start: number, around: Surroundings): Proposals {
  const comma = before.lastIndexOf(',');
  const listStart = comma < start ? start : comma + 1;
  const from = listStart + before.slice(listStart).search(/\S|$/);
  const { profiles, bases } = around.names();
  const taken = new Set([
    around.section().name,
    ...before
      .slice(start, listStart)
      .split(',')
      .map((name) => name.trim()),
  ]);
  const list = [...new Set([...bases, ...profiles])].filter((name) => !taken.has(name));
  return { from, list: list.map(toName) };
}

function toName(text: string): Proposal {
  return { text, kind: 'name' };
}

function words(...texts: readonly string[]): Proposal[] {
  return texts.map((text) => ({ text, kind: 'word' }));
}
