import { type KeptText, LONG_TEXT } from '../core/saved/kept-text.ts';
import { checksumOf, pack, unpack } from './pack.ts';

/** A text's form in storage, and its checksum. */
export interface CheckedText {
  readonly kept: KeptText;
  readonly checksum: string;
}

interface Known {
  readonly packed: string;
  readonly checksum: string;
  readonly text: string;
}

/** A save has to do with the text that it takes the place of, and with its own. */
const KNOWN_LIMIT = 2;

/** The last long texts that were packed or found whole: whoever has written one reads it next. */
let known: readonly Known[] = [];

/** Makes of a text what is stored. */
export async function toKept(text: string): Promise<CheckedText> {
  const [kept, checksum] = await Promise.all([keptText(text), checksumOf(text)]);
  remember(kept, checksum, text);
  return { kept, checksum };
}

/** A text in the form that it is stored in. */
export async function keptText(text: string): Promise<KeptText> {
  return text.length < LONG_TEXT ? { text } : { packed: await pack(text) };
}

function remember(kept: KeptText, checksum: string, text: string): void {
  if (!('packed' in kept)) return;
  const { packed } = kept;
  known = [{ packed, checksum, text }, ...known.filter((one) => one.packed !== packed)].slice(0, KNOWN_LIMIT);
}

/** The text that is kept; undefined where it is damaged. @param checksum of the text, if it had one */
export async function wholeText(kept: KeptText, checksum: string | undefined): Promise<string | undefined> {
  const same = known.find((one) => 'packed' in kept && one.packed === kept.packed && one.checksum === checksum);
  if (same) return same.text;
  try {
    const text = 'text' in kept ? kept.text : await unpack(kept.packed);
    if (checksum !== undefined && (await checksumOf(text)) !== checksum) return undefined;
    if (checksum !== undefined) remember(kept, checksum, text);
    return text;
  } catch (error) {
    console.warn('Hatrack: a kept text can not be unpacked.', error);
    return undefined;
  }
}

/** Whether two are the same, form and all. */
export function isSameKept(one: KeptText, other: KeptText): boolean {
  return 'text' in one ? 'text' in other && one.text === other.text : 'packed' in other && one.packed === other.packed;
}
