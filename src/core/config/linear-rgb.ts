import type { Color } from './config.ts';

/** Red, green and blue as amounts of light from 0 to 1: what contrast and hue are reckoned from. */
export function linearRgb(color: Color): readonly [red: number, green: number, blue: number] {
  return [linear(color.slice(0, 2)), linear(color.slice(2, 4)), linear(color.slice(4, 6))];
}

function linear(hex: string): number {
  const channel = Number.parseInt(hex, 16) / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
