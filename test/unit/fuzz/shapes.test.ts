import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { layersOf } from '../config/layer-texts.ts';
import { countWork } from './count-work.ts';
import { FUZZ_TIMEOUT } from './fuzz.ts';
import { SHAPES } from './shapes.ts';

function good(name: string): string {
  return `[${name}]\nrole_arn = arn:aws:iam::333333333333:role/Good\n`;
}

describe('good sections load before and behind a million characters or ten thousand lines:', () => {
  it.each(Object.entries(SHAPES))('%s', (_, shape) => {
    const isCharacters = shape(1000).length < 4000;
    const text = `${good('the first')}${shape(isCharacters ? 1_000_000 : 10_000)}\n${good('the last')}`;
    const roles = readConfig(text).roles.filter(({ roleName }) => roleName === 'Good');
    expect(roles.map(({ profile }) => profile)).toEqual(['the first', 'the last']);
  });

  it(
    'a hundred thousand sections',
    () => {
      expect(readConfig(SHAPES.sections?.(100_000) ?? '').roles).toHaveLength(100_000);
    },
    FUZZ_TIMEOUT,
  );
});

describe('twice the text is at most about twice the work:', () => {
  it.each(Object.entries(SHAPES))('%s', (_, shape) => {
    const [once, twice] = [shape(1000), shape(2000)];
    const work = countWork(() => readConfig(twice)) / countWork(() => readConfig(once));
    expect(work).toBeLessThan((1.15 * twice.length) / once.length);
  });

  it.each(Object.entries(SHAPES))('%s, in three layers', (_, shape) => {
    const read = (text: string) => readLayers(layersOf({ policy: text, team: text, personal: text }));
    const [once, twice] = [shape(1000), shape(2000)];
    const work = countWork(() => read(twice)) / countWork(() => read(once));
    expect(work).toBeLessThan((1.15 * twice.length) / once.length);
  });

  it('what is not so would be seen', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => String(at));
    const search = (all: string[]) => countWork(() => all.map((name) => all.indexOf(name)));
    expect(search(names(2000)) / search(names(1000))).toBeGreaterThan(3.9);
  });
});
