import { describe, expect, it } from 'vitest';
import { isSameKept, keptText, toKept, wholeText } from '../../../src/browser/kept-text.ts';
import { LONG_TEXT } from '../../../src/core/saved/kept-text.ts';
import { parseSavedConfig } from '../../../src/core/saved/saved-config.ts';

const SHORT = '[a]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n';
const long = (first: string) => `# ${first}\n${SHORT.repeat(Math.ceil(LONG_TEXT / SHORT.length))}`;

describe('a text in the storage', () => {
  it.each([
    ['a short one as it is', SHORT, 'text'],
    ['a long one packed', long('長い'), 'packed'],
    ['nothing', '', 'text'],
  ])('is kept, and found whole: %s', async (_name, text, form) => {
    const { kept, checksum } = await toKept(text);
    expect(Object.keys(kept)).toEqual([form]);
    expect(await wholeText(kept, checksum)).toBe(text);
    expect(await wholeText(kept, undefined)).toBe(text);
    expect(parseSavedConfig({ id: '1.0a', ancestors: [], savedAt: 1, checksum, ...kept })).toMatchObject(kept);
  });

  it('is not found whole where it is damaged, also when it was whole before', async () => {
    const { kept, checksum } = await toKept(long('one'));
    const { kept: other } = await toKept(long('two'));
    expect(await wholeText(kept, '0123456789abcdef')).toBeUndefined();
    expect(await wholeText(other, checksum)).toBeUndefined();
    expect(await wholeText({ text: `${SHORT} ` }, (await toKept(SHORT)).checksum)).toBeUndefined();
    const packed = 'packed' in kept ? kept.packed : '';
    expect(await wholeText({ packed: packed.slice(0, 40) }, checksum)).toBeUndefined();
    expect(await wholeText({ packed: '%' }, checksum)).toBeUndefined();
    // After others it is not remembered any more.
    for (const name of ['three', 'four']) await toKept(long(name));
    expect(await wholeText(kept, checksum)).toBe(long('one'));
  });

  it('is the same only in the same form', async () => {
    const kept = await keptText(long('x'));
    expect(isSameKept(kept, { ...kept })).toBe(true);
    expect(isSameKept(kept, { text: long('x') })).toBe(false);
    expect(isSameKept({ text: 'a' }, { text: 'a' })).toBe(true);
    expect(isSameKept({ text: 'a' }, { text: 'b' })).toBe(false);
    expect(isSameKept(kept, { packed: 'x' })).toBe(false);
  });

  it('is damaged where it has neither form', () => {
    for (const kept of [{}, { text: 1 }, { packed: null }]) {
      expect(parseSavedConfig({ id: '1.0a', ancestors: [], savedAt: 1, ...kept })).toBeUndefined();
    }
  });
});
