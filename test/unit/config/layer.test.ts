import { expect, it } from 'vitest';
import { areSameLayers, type Layer, originValues } from '../../../src/core/config/layer.ts';

const policy = (text: string): Layer => ({ origin: { kind: 'policy' }, text });
const team = (name: string, text: string): Layer => ({ origin: { kind: 'team', name }, text });

it.each<[string, readonly Layer[], readonly Layer[], boolean]>([
  ['the same', [policy('a'), team('t', 'b')], [policy('a'), team('t', 'b')], true],
  ['none', [], [], true],
  ['another text', [policy('a')], [policy('b')], false],
  ['another source', [team('t', 'a')], [team('u', 'a')], false],
  ['another kind', [team('t', 'a')], [policy('a')], false],
  ['one more', [policy('a')], [policy('a'), team('t', '')], false],
  ['one less', [policy('a'), team('t', '')], [policy('a')], false],
  ['another order', [policy('a'), team('t', 'b')], [team('t', 'b'), policy('a')], false],
])('layers are the same only if all is: %s', (_, a, b, expected) => {
  expect(areSameLayers(a, b)).toBe(expected);
});

it('a problem’s values tell the kind of an origin and a source’s name', () => {
  expect(originValues(team('t', '').origin)).toEqual(['team', 't']);
  expect(originValues({ kind: 'policy' })).toEqual(['policy']);
});
