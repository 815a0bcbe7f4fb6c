import { ConfigParser } from 'aesr-config';
import type { Layer } from '../../src/core/config/layer.ts';
import { SHAPES } from '../unit/fuzz/shapes.ts';
import type { Bench, Row } from './bench.ts';
import { importBuilt } from './built.ts';
import { measure, rounded } from './measure.ts';

/** Roles in a text, and how often it is read. */
const SIZES: readonly (readonly [roles: number, times: number])[] = [
  [200, 400],
  [1000, 100],
  [10_000, 25],
];

type Reader = typeof import('../../src/core/config/read-config.ts');
type LayerReader = typeof import('../../src/core/config/read-layers.ts');

/** How long reading the text takes, beside AESR's own library on the same text in the same run. */
export const parseBench: Bench = {
  name: 'parse',
  tables: {
    'readConfig beside aesr-config (ms, medians)': async () => {
      const reader = await builtReader();
      return SIZES.map(([roles, times]) => compared(reader, roles, times));
    },
    'readLayers beside readConfig on the same roles (ms, medians)': async () => {
      const { readLayers } = await importBuilt<LayerReader>('src/core/config/read-layers.ts');
      return SIZES.map(([roles, times]) => layered(readLayers, roles, times));
    },
    'readConfig on texts of about 1 MB that are hard to read (ms, medians)': async () => {
      const { readConfig } = await builtReader();
      return Object.entries(SHAPES).map(([shape, make]) => {
        const text = make(Math.ceil(2 ** 20 / (make(1000).length / 1000)));
        const { hatrack } = measure({ hatrack: () => readConfig(text) }, 5);
        return { shape, KB: text.length >> 10, hatrack: hatrack.median };
      });
    },
  },
};

function builtReader(): Promise<Reader> {
  return importBuilt<Reader>('src/core/config/read-config.ts');
}

function compared({ readConfig }: Reader, roles: number, times: number): Row {
  const text = organization(roles);
  const config = readConfig(text);
  if (config.roles.length !== roles) throw new Error(`${config.roles.length} roles read instead of ${roles}`);
  const { hatrack, aesr } = measure(
    { hatrack: () => readConfig(text), aesr: () => ConfigParser.parseIni(text) },
    times,
  );
  return {
    roles,
    KB: text.length >> 10,
    hatrack: hatrack.median,
    aesr: aesr.median,
    'hatrack / aesr': rounded(hatrack.median / aesr.median),
    'of the best': rounded(hatrack.best / aesr.best),
  };
}

/** One text, the same roles from two layers, and a personal text that colours every role of the team's. */
function layered(readLayers: LayerReader['readLayers'], roles: number, times: number): Row {
  const [whole, half] = [organization(roles), organization(roles / 2)];
  const shown = Array.from(half.matchAll(/^\[profile .*\]$/gm), ([header]) => `${header}\ncolor = red\n`).join('');
  const team = (text: string): Layer => ({ origin: { kind: 'team', name: 'team' }, text });
  const personal = (text: string): Layer => ({ origin: { kind: 'personal' }, text });
  const { one, two, overridden } = measure(
    {
      one: () => readLayers([personal(whole)]),
      two: () => readLayers([team(half), personal(half.replaceAll('[profile ', '[profile my '))]),
      overridden: () => readLayers([team(half), personal(shown)]),
    },
    times,
  );
  return {
    roles,
    one: one.median,
    two: two.median,
    'two / one': rounded(two.best / one.best),
    'half, coloured': overridden.median,
  };
}

const TEAMS = ['payments', 'search', 'media', 'data-platform', 'identity', 'logistics', 'mobile', 'internal-tools'];
const STAGES: readonly (readonly [name: string, color: string])[] = [
  ['prod', 'd13212'],
  ['staging', 'ff9900'],
  ['dev', '1d8102'],
];
const ROLES = ['AdministratorAccess', 'ReadOnlyAccess', 'team/Developer', 'ops/OnCall'];

/** A text as a company's generator writes it: a base for every hundred roles, colours by stage, some comments. */
export function organization(roles: number): string {
  const lines = ['; generated from the account list', ''];
  for (let role = 0; role < roles; role++) {
    const base = `org-${Math.floor(role / 100)}`;
    if (role % 100 === 0) lines.push(`[${base}]`, `aws_account_id = ${100_000_000_000 + role}`, '');
    const team = TEAMS[role % TEAMS.length] ?? '';
    const [stage, color] = STAGES[role % STAGES.length] ?? ['', ''];
    const name = ROLES[Math.floor(role / 3) % ROLES.length] ?? '';
    if (role % 12 === 0) lines.push(`# ${team}, ${stage}`);
    lines.push(`[profile ${team}-${stage}-${role}]`);
    if (role % 4 === 0) lines.push(`aws_account_id = ${200_000_000_000 + role * 7}`, `role_name = ${name}`);
    else lines.push(`role_arn = arn:aws:iam::${200_000_000_000 + role * 7}:role/${name}`);
    lines.push(`source_profile = ${base}`, `color = ${color}`);
    if (role % 2 === 0) lines.push('region = eu-west-1 ; where we are');
    if (role % 50 === 0) lines.push(`image = https://pictures.example/${team}.png`);
    lines.push('');
  }
  return lines.join('\n');
}
