import type { Color } from '../config/config.ts';
import { linearRgb } from '../config/linear-rgb.ts';

/** The contrast of two colours by WCAG 2.2: from 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The ink that is easier to read on a background; its contrast is never below 4.5 (WCAG AA for text). */
export function inkOn(color: Color): 'black' | 'white' {
  return contrast(color, BLACK) >= contrast(color, WHITE) ? 'black' : 'white';
}

const BLACK = '000000' as Color;
const WHITE = 'ffffff' as Color;

function luminance(color: Color): number {
  const [red, green, blue] = linearRgb(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
