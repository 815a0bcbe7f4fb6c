import type { Color } from '../config/config.ts';
import { toOklab } from '../config/oklab.ts';

/** Where on OKLCh's circle, in degrees, lies what people call by each name; browsers' palettes have no more than these. */
const HUES = { red: 27, orange: 62, yellow: 100, green: 145, cyan: 200, blue: 258, purple: 305, pink: 352 } as const;

export type NamedHue = keyof typeof HUES | 'grey';

/** Below this chroma a colour looks grey; the purest colours have 0.2 to 0.3. */
const GREYEST = 0.035;

/**
 * What one would call a colour, by its hue alone: palettes have no light and dark of one hue. By distance in OKLab, or to
 * the shades that browsers draw, pink (`ffc0cb`) would be orange, orange (`ffa500`) yellow and a dark green grey.
 */
export function namedHue(color: Color): NamedHue {
  const { hue, chroma } = toHue(color);
  if (chroma < GREYEST) return 'grey';
  const angleTo = (name: keyof typeof HUES) => {
    const turn = Math.abs(hue - HUES[name]);
    return Math.min(turn, 360 - turn);
  };
  return (Object.keys(HUES) as (keyof typeof HUES)[]).reduce((nearest, name) =>
    angleTo(name) < angleTo(nearest) ? name : nearest,
  );
}

/** Hue in degrees and chroma. */
function toHue(color: Color): { readonly hue: number; readonly chroma: number } {
  const { a, b } = toOklab(color);
  return { hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360, chroma: Math.hypot(a, b) };
}
