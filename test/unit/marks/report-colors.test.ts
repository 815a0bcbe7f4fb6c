import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../src/core/config/layer.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';

/** A role on lines 1 to 4 of a text, or further down: `color` is its third line where it has both. */
const role = (name: string, account: number, ...keys: readonly string[]) =>
  [`[${name}]`, `role_arn = arn:aws:iam::${String(account).repeat(12)}:role/Admin`, ...keys, ''].join('\n');

const problemsIn = (text: string) =>
  readConfig(text).problems.map(({ line, code, values }) => [line, code, ...values].join(' '));

describe('a color that is almost the console’s own', () => {
  it.each([
    ['white', true],
    ['ivory', true],
    ['ffffcc', true],
    ['161d26', true],
    ['222222', true],
    ['black', false],
    ['navy', false],
    ['yellow', false],
    // The paler ones of AWS's palette: people have them from there.
    ['f2b0a9', false],
    ['efda95', false],
    ['83d4e8', false],
  ])('%s: %s', (color, isFaint) => {
    expect(problemsIn(role('a', 1, `color = ${color}`))).toEqual(isFaint ? [`3 faint-color ${color}`] : []);
  });

  it('is told of once, however many roles have it', () => {
    const text =
      role('a', 1, 'color = white') + role('b', 2, 'color = #fff') + role('p', 3, 'env = prod', 'color = fff');
    expect(problemsIn(text).filter((problem) => problem.includes('faint'))).toHaveLength(1);
  });
});

describe('production that looks like something else', () => {
  it.each<[what: string, production: string, other: string, expected: string[]]>([
    ['the very same', 'env = prod\ncolor = orange', 'env = dev\ncolor = orange', ['4 similar-color live test']],
    ['one like it', 'env = prod\ncolor = red', 'env = dev\ncolor = crimson', ['4 similar-color live test']],
    ['one of no environment', 'env = prod\ncolor = red', 'color = red', ['4 similar-color live test']],
    [
      'a role like what production has unasked',
      'env = prod',
      'env = dev\ncolor = d93025',
      ['7 similar-color live test'],
    ],
    ['what a role has unasked', 'env = prod\ncolor = 5f6b7a', 'env = dev', ['4 similar-color live test']],
    ['another color', 'env = prod\ncolor = red', 'env = dev\ncolor = green', []],
    ['production as well', 'env = prod\ncolor = red', 'env = live\ncolor = red', []],
    ['no color at all', 'env = prod', 'env = dev', []],
    ['no production', 'env = stage\ncolor = red', 'env = dev\ncolor = red', []],
  ])('%s', (_, production, other, expected) => {
    expect(problemsIn(role('live', 1, production) + role('test', 2, other))).toEqual(expected);
  });

  it('is no trouble where both are of one account: it is the account that one must not mistake', () => {
    const text = role('live', 1, 'env = prod', 'color = red') + role('audit', 1, 'color = red');
    expect(problemsIn(text)).toEqual([]);
    expect(problemsIn(text + role('test', 2, 'color = red'))).toEqual(['4 similar-color live test']);
  });

  it('is told of once for each color of production', () => {
    const text = ['a', 'b', 'c'].map((name) => role(name, 1, 'env = prod', 'color = red')).join('');
    expect(problemsIn(text + role('d', 2, 'color = red') + role('e', 3, 'color = crimson'))).toHaveLength(1);
  });

  it('is found at an entry of Identity Center’s portal', () => {
    const portal = `[test]
sso_start_url = https://example.awsapps.com/start
sso_account_id = 222222222222
sso_role_name = Dev
color = red
`;
    expect(problemsIn(role('live', 1, 'env = prod', 'color = red') + portal)).toEqual(['4 similar-color live test']);
  });

  it('is reported in the layer that gives the color', () => {
    const layers: Layer[] = [
      {
        origin: { kind: 'policy' },
        text: role('live', 1, 'env = prod', 'color = red') + role('test', 2, 'color = green'),
      },
      { origin: { kind: 'personal' }, text: '[live]\ncolor = green\n' },
    ];
    const { problems, layerProblems } = readLayers(layers);
    expect(problems).toEqual([{ line: 2, code: 'similar-color', values: ['live', 'test'] }]);
    expect(layerProblems.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

it('compares no more colors than anybody can tell apart', () => {
  const color = (at: number) => ((at * 2_654_435) % 0xffffff).toString(16).padStart(6, '0');
  const text = Array.from({ length: 5000 }, (_, at) =>
    role(`r${at}`, 1 + (at % 9), `env = ${at % 2 ? 'prod' : 'dev'}`, `color = ${color(at)}`),
  ).join('');
  expect(problemsIn(text).length).toBeLessThanOrEqual(400);
});
