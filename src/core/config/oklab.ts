import type { Color } from './config.ts';
import { linearRgb } from './linear-rgb.ts';

/** A colour in OKLab (Björn Ottosson, 2020; also CSS Color 4), where distances are about what eyes see. */
export interface Oklab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

export function toOklab(color: Color): Oklab {
  const [red, green, blue] = linearRgb(color);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

/** Below this distance two colours are one, for who sees a thin frame and has the other in mind. */
const SAME = 0.08;

/** Whether two colours can hardly be told apart where they do not lie side by side. */
export function looksLike(one: Oklab, other: Oklab): boolean {
  return Math.hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b) < SAME;
}
