import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseColor } from '../../../src/core/config/color.ts';
import type { Color } from '../../../src/core/config/config.ts';
import { contrast, inkOn } from '../../../src/core/marks/contrast.ts';

describe('inkOn', () => {
  it.each<[string, 'black' | 'white']>([
    ['ffffff', 'black'],
    ['000000', 'white'],
    ['ff0000', 'black'],
    ['00ff00', 'black'],
    ['0000ff', 'white'],
    ['777777', 'black'],
    ['757575', 'white'],
    ['f2b0a9', 'black'],
    ['1f77b4', 'white'],
    ['aaaaaa', 'black'],
  ])('on %s is %s', (digits, ink) => {
    const color = parseColor(digits);
    expect(color && inkOn(color)).toBe(ink);
  });
});

describe('contrast', () => {
  it.each([
    ['000000', 'ffffff', 21],
    ['ffffff', '000000', 21],
    ['777777', 'ffffff', 4.48],
    ['d92d20', 'd92d20', 1],
  ])('of %s and %s is %f', (a, b, expected) => {
    expect(contrast(a as Color, b as Color)).toBeCloseTo(expected, 2);
  });

  it('of the ink with any color is enough for text (WCAG AA)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const color = number.toString(16).padStart(6, '0') as Color;
        const ink = (inkOn(color) === 'black' ? '000000' : 'ffffff') as Color;
        expect(contrast(color, ink)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
