import { describe, expect, it } from 'vitest';
import { parseColor } from '../../../src/core/config/color.ts';
import { CSS_COLORS } from '../../../src/core/config/css-colors.ts';

describe('parseColor', () => {
  it.each<[string, string, string | undefined]>([
    ['six digits', 'b7ca9d', 'b7ca9d'],
    ['capitals', 'B7CA9D', 'b7ca9d'],
    ['a #', '#b7ca9d', 'b7ca9d'],
    ['three digits', 'f80', 'ff8800'],
    ['three digits with a #', '#F80', 'ff8800'],
    ['four digits lose their alpha', 'f80a', 'ff8800'],
    ['eight digits lose their alpha', '#00a6ff80', '00a6ff'],
    ['a name', 'red', 'ff0000'],
    ['a name in capitals', 'MediumSeaGreen', '3cb371'],
    ['the newest name', 'rebeccapurple', '663399'],
    ['both spellings of grey', 'lightslategrey', '778899'],
    ['five digits', 'ff000', undefined],
    ['seven digits', 'ff00000', undefined],
    ['no digits', '#', undefined],
    ['two #', '##ff0000', undefined],
    ['other letters', 'gg0000', undefined],
    ['CSS that is no colour', 'transparent', undefined],
    ['a function', 'rgb(1,2,3)', undefined],
    ['an object name', 'constructor', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, color) => {
    expect(parseColor(text)).toBe(color);
  });

  it('knows the 148 names of CSS', () => {
    expect(CSS_COLORS.size).toBe(148);
    for (const [name, digits] of CSS_COLORS) {
      expect(digits).toMatch(/^[\da-f]{6}$/);
      expect(parseColor(name)).toBe(digits);
    }
  });
});
