import { describe, expect, it } from 'vitest';
import { parseColor } from '../../../src/core/config/color.ts';
import type { Color } from '../../../src/core/config/config.ts';
import { type NamedHue, namedHue } from '../../../src/core/places/named-hue.ts';

describe('the name of a colour', () => {
  const names: readonly [NamedHue, string][] = [
    ['red', 'red #d92d20 darkred maroon firebrick crimson tomato salmon #f88 rosybrown'],
    ['orange', 'orange darkorange #f80 chocolate saddlebrown peru sandybrown peachpuff'],
    ['yellow', 'yellow gold goldenrod olive khaki #ffcb00 lemonchiffon'],
    ['green', 'green lime darkgreen #010 mediumseagreen olivedrab chartreuse lightgreen'],
    ['cyan', 'cyan teal turquoise darkcyan #00c7c7 paleturquoise skyblue'],
    ['blue', 'blue navy #1a73e8 dodgerblue royalblue steelblue lightsteelblue #00a6ff'],
    ['purple', 'purple indigo rebeccapurple slateblue blueviolet plum #a142f4'],
    ['pink', 'pink hotpink deeppink lightpink mediumvioletred #ff4bda palevioletred'],
    ['grey', 'grey silver white black #aaa slategray snow lavender #010101'],
  ];
  it.each(names.flatMap(([name, colors]) => colors.split(' ').map((color) => [color, name] as const)))(
    '%s is %s',
    (text, name) => {
      expect(namedHue(parseColor(text) as Color)).toBe(name);
    },
  );
});
