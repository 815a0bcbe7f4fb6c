import type { Color } from './config.ts';
import { CSS_COLORS } from './css-colors.ts';

const HEX = /^#?([\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})$/;

/**
 * Reads a colour as people write it: 3, 4, 6 or 8 hex digits with or without `#`, or a CSS colour name, in any case
 * (config-format §3). The console's form knows no transparency, so the alpha of 4 or 8 digits is dropped.
 */
export function parseColor(text: string): Color | undefined {
  const lower = text.toLowerCase();
  const named = CSS_COLORS.get(lower);
  if (named !== undefined) return named as Color;
  const digits = HEX.exec(lower)?.[1];
  if (digits === undefined) return undefined;
  const isShort = digits.length < 6;
  return (isShort ? digits.slice(0, 3).replace(/./g, '$&$&') : digits.slice(0, 6)) as Color;
}
