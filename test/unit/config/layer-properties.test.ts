import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base, Config, PortalRole, Role } from '../../../src/core/config/config.ts';
import type { Origin } from '../../../src/core/config/layer.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { orderlyText } from '../differential/texts.ts';
import { layersOf } from './layer-texts.ts';

const RUNS = { numRuns: 2000 };

/** Few names and values, so that layers meet in every way. */
const LINES = [
  ...['[a]', '[b]', '[profile a]', '[c]', '[a, b]', '[sso-session s]', 'foo'],
  ...['source_profile = a', 'source_profile = b', 'source_profile = a, b', 'source_profile = c'],
  ...['role_arn = arn:aws:iam::111111111111:role/A', 'role_arn = arn:aws:iam::222222222222:role/A', 'role_arn = x'],
  ...['aws_account_id = 111111111111', 'aws_account_id = 222222222222', 'aws_account_id = acme', 'role_name = A'],
  ...['role_name = B', 'target_role_name = A', 'target_role_name = B', 'target_region = us-east-1'],
  ...['target_region = eu-west-1', 'region = us-east-1', 'region = eu-west-1', 'start_url = s3/home', 'env = prod'],
  ...[
    'color = red',
    'color = blue',
    'label = L',
    'group = g',
    'tags = t',
    'note = n',
    'hidden = true',
    'favorite = true',
  ],
  ...['confirm = true', 'confirm = false', 'external_id = e', 'mfa_serial = arn:aws:iam::111111111111:mfa/m'],
  ...['sso_session = s', 'sso_account_id = 111111111111', 'sso_role_name = P', 'sso_start_url = https://a'],
  ...['sso_start_url = https://b', 'aws_account_alias = acme', 'container = k', 'output = json'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...LINES), { maxLength: 30 }).map((lines) => lines.join('\n')),
  // A section with its own role, and what stands below it.
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.constantFrom(...LINES.slice(7)), { maxLength: 5 })))
    .map((sections) => sections.map(([name, lines]) => [`[${name}]`, ...lines].join('\n')).join('\n')),
  orderlyText,
);
const texts = fc.record({ policy: text, team: text, other: text, personal: text });

/** What no later layer may change of a role. Its id can get another number where a namesake appears. */
function fixed({
  id: _,
  label: __,
  color,
  group,
  tags,
  note,
  image,
  favorite,
  hidden,
  confirm,
  ...rest
}: Role): string {
  return JSON.stringify(rest);
}

function fixedPortal(portalRole: PortalRole): string {
  const { id: _, label: __, color, group, tags, note, image, favorite, hidden, ...rest } = portalRole;
  return JSON.stringify(rest);
}

/** The items that are in no pair with one of the others. */
function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after];
  return before.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function withAccount(bases: readonly Base[]): string[] {
  return bases.filter(({ account }) => account !== undefined).map((base) => JSON.stringify(base));
}

/** The same with another origin. */
function asOf(origin: Origin, { roles, bases, portalRoles, problems }: Config): Config {
  const placed = <Item>(items: readonly Item[]) => items.map((item) => ({ ...item, origin }));
  return {
    roles: placed(roles),
    bases: placed(bases),
    portalRoles: placed(portalRoles),
    unread: [],
    problems: [],
    layerProblems: [{ origin, problems }],
  };
}

describe('for any texts', () => {
  it('a layer alone says what its text says', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const origin: Origin = { kind: 'team', name: 'any' };
        expect(readLayers([{ origin, text: whole }])).toEqual(asOf(origin, readConfig(whole)));
      }),
      RUNS,
    );
  });

  it('layers that say nothing change nothing', () => {
    fc.assert(
      fc.property(text, (personal) => {
        const { layerProblems, ...rest } = readLayers(layersOf({ policy: '', team: '\n# nothing', personal }));
        expect({ ...rest, layerProblems: [] }).toEqual(readConfig(personal));
        expect(layerProblems.flatMap(({ problems }) => problems)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a layer changes nothing of the roles, bases and portals before it but how they are shown', () => {
    fc.assert(
      fc.property(texts, ({ policy, team, other, personal }) => {
        const steps = [{ policy }, { policy, team }, { policy, team, other }, { policy, team, other, personal }];
        const read = steps.map((step) => readLayers(layersOf(step)));
        for (const [at, after] of read.entries()) {
          const before = read[at - 1];
          if (!before) continue;
          expect(missing(before.roles.map(fixed), after.roles.map(fixed))).toEqual([]);
          expect(missing(withAccount(before.bases), withAccount(after.bases))).toEqual([]);
          expect(missing(before.portalRoles.map(fixedPortal), after.portalRoles.map(fixedPortal))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('a role that asks before switching goes on asking', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const asking = readLayers(layersOf({ team: all.team })).roles.filter(({ confirm }) => confirm);
        const after = readLayers(layersOf({ team: all.team, personal: all.personal })).roles;
        const asks = after.filter(({ confirm }) => confirm).map(fixed);
        expect(missing(asking.map(fixed), asks)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('of one name all roles and bases are in one layer, and no two roles share an id', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const { roles, bases } = readLayers(layersOf(all));
        const origins = new Map<string, Origin>();
        for (const { profile, origin } of [...roles, ...bases]) {
          expect(origins.get(profile) ?? origin).toEqual(origin);
          origins.set(profile, origin);
        }
        expect(new Set(roles.map(({ id }) => id)).size).toBe(roles.length);
      }),
      RUNS,
    );
  });

  it('every role, base and problem has a line of its own layer’s text', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const layers = layersOf(all);
        const { roles, bases, portalRoles, problems, layerProblems } = readLayers(layers);
        const own = problems.map(({ line }) => ({ line, origin: { kind: 'personal' } as const }));
        const others = layerProblems.flatMap(({ origin, problems: found }) =>
          found.map(({ line }) => ({ line, origin })),
        );
        for (const { line, origin } of [...roles, ...bases, ...portalRoles, ...own, ...others]) {
          const layer = layers.find((candidate) => JSON.stringify(candidate.origin) === JSON.stringify(origin));
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(layer?.text.split(/\r\n|\n|\r/).length ?? 0);
        }
      }),
      RUNS,
    );
  });
});
