/** What the console takes as `displayName` (console-contract §4), in UTF-16 units. */
const MAX_DISPLAY_NAME = 64;
/** An account's alias may fill nearly all of that; the role's own name keeps this much. */
const MIN_LABEL = 16;
/** As AESR posts it, so that names look the same beside roles switched to before. */
const SEPARATOR = '  |  ';
const ELLIPSIS = '…';
/** Control characters, line separators, and marks that would turn the text around them. */
const UNSHOWN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The name that the console shows for a switched session: at most 64 UTF-16 units, never empty, never cut inside a
 * character.
 *
 * @param account number or alias to show behind the label; left out in multi-session, where the console shows it itself
 */
export function toDisplayName(label: string, account?: string): string {
  const name = clean(label);
  const shown = clip(clean(account ?? ''), MAX_DISPLAY_NAME - SEPARATOR.length - MIN_LABEL);
  if (name === '') return shown === '' ? '-' : shown;
  const suffix = shown === '' ? '' : `${SEPARATOR}${shown}`;
  return clip(name, MAX_DISPLAY_NAME - suffix.length) + suffix;
}

function clean(text: string): string {
  return text.replace(UNSHOWN, '').trim();
}

function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  // A character that the slice cuts reaches beyond what fits, so it is never taken for a whole one.
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, max + 1))) {
    if (index + segment.length > max - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}
