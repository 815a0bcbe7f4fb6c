import { describe, expect, it } from 'vitest';
import { isPicture, PICTURE_LIMIT, parsePictures } from '../../../src/core/saved/pictures.ts';

const PNG = 'data:image/png;base64,';

describe('a picture that may be kept', () => {
  it.each<[string, string, boolean]>([
    ['a PNG', `${PNG}iVBORw0=`, true],
    ['an SVG as text', 'data:image/svg+xml,%3Csvg/%3E', true],
    ['one as large as may be', PNG.padEnd(PICTURE_LIMIT, 'A'), true],
    ['one that is larger', PNG.padEnd(PICTURE_LIMIT + 1, 'A'), false],
    ['a page', 'data:text/html,x', false],
    ['data without a type', 'data:;base64,AA==', false],
    ['an address', 'https://img.example/x.png', false],
    ['nothing', '', false],
  ])('%s', (_name, url, expected) => {
    expect(isPicture(url)).toBe(expected);
  });

  it('is all that is read from storage', () => {
    const good = `${PNG}AA==`;
    expect(parsePictures({ good, page: 'data:text/html,x', number: 1 })).toEqual({ good });
  });
});
