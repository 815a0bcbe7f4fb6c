import { parseColor } from './color.ts';
import type { Color } from './config.ts';
import type { KnownKey } from './keys.ts';
import type { Profile, Written } from './profile.ts';
import { readValue } from './read-value.ts';
import type { Report } from './report.ts';

/** What a section says of how its role is shown, which a later layer may change; undefined where it says nothing. */
export interface Shown {
  readonly label: string | undefined;
  readonly color: Color | undefined;
  readonly image: string | undefined;
  readonly group: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly note: string | undefined;
  readonly hidden: boolean | undefined;
  readonly favorite: boolean | undefined;
  /** A later layer may ask before switching where an earlier one doesn't; the other way round it counts for nothing. */
  readonly confirm: boolean | undefined;
}

/** The keys of `Shown` that a later layer may set as it likes. */
export const SHOWN_KEYS: ReadonlySet<KnownKey> = new Set<KnownKey>([
  ...(['label', 'color', 'image', 'group', 'tags', 'note', 'hidden', 'favorite'] as const),
]);

/** Reads how a section wants its role to be shown; a value that can't be used is reported and counts as not written. */
export function readShown({ values }: Pick<Profile, 'values'>, report: Report): Shown {
  return {
    label: values.get('label')?.value,
    color: readValue(values.get('color'), parseColor, 'bad-color', report),
    image: readValue(values.get('image'), parseImage, 'bad-image', report),
    group: values.get('group')?.value,
    tags: readTags(values.get('tags')),
    note: values.get('note')?.value,
    hidden: readBoolean(values, 'hidden', report),
    favorite: readBoolean(values, 'favorite', report),
    confirm: readBoolean(values, 'confirm', report),
  };
}

/** What two layers say together. */
export function showOver(earlier: Shown, later: Shown): Shown {
  return {
    label: later.label ?? earlier.label,
    color: later.color ?? earlier.color,
    image: later.image ?? earlier.image,
    group: later.group ?? earlier.group,
    tags: later.tags ?? earlier.tags,
    note: later.note ?? earlier.note,
    hidden: later.hidden ?? earlier.hidden,
    favorite: later.favorite ?? earlier.favorite,
    confirm: later.confirm || earlier.confirm,
  };
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', '1'].map((text) => [text, true] as const),
  ...['false', 'no', 'off', '0'].map((text) => [text, false] as const),
]);

/** `true`, `yes`, `on` and `1`, and their opposites; undefined for anything else. */
export function parseBoolean(text: string): boolean | undefined {
  return BOOLEANS.get(text.toLowerCase());
}

function readBoolean(values: Profile['values'], key: KnownKey, report: Report): boolean | undefined {
  const written = values.get(key);
  const value = written && parseBoolean(written.value);
  if (written && value === undefined) report(written.line, 'bad-boolean', written.value, key);
  return value;
}

/** Pictures are fetched or shown as they are: never anything that a page could run, never unencrypted. */
function parseImage(text: string): string | undefined {
  const isImage = /^data:image\//i.test(text) || (/^https:\/\//i.test(text) && URL.canParse(text));
  return isImage ? text : undefined;
}

function readTags(written: Written | undefined): string[] | undefined {
  if (!written) return undefined;
  const tags = written.value.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
