import type { Base, Config, PortalRole, Role } from './config.ts';
import { type ProfileIdentity, readIdentity } from './identity.ts';
import { joinLayers } from './join-layers.ts';
import type { Layer } from './layer.ts';
import { type LayerReading, openLayer } from './layer-reading.ts';
import type { Profile } from './profile.ts';
import { readBase } from './read-base.ts';
import { readPortalRole, readPortals } from './read-portal-role.ts';
import { type LayerContext, type PlacedDefaults, readDefaults, readRoles } from './read-role.ts';
import type { Report } from './report.ts';
import { reportColors } from './report-colors.ts';
import { roleIdMaker } from './role-id-maker.ts';
import { readSourceProfiles } from './source-profiles.ts';
import { unreadSections } from './unread-sections.ts';

/**
 * Reads configuration texts into one list of roles, bases and problems (config-format). Takes any strings and never
 * throws: a section that can't be used is a problem beside the others, which load. Values of credentials are nowhere
 * in it. Linear in the length of the texts.
 *
 * What a role is, its own layer and those before it say; a later one may change how it is shown (`joinLayers`), and
 * give what is missing: the account of a base that it names, or a role name where without one there is no role.
 *
 * @param layers in their order; of several with one name for a section, the first has it
 */
export function readLayers(layers: readonly Layer[]): Config {
  const { readings, shownOf } = joinLayers(layers.map(openLayer));
  const sources = readSourceProfiles(readings);
  const named = new Set<string>();
  for (const names of sources.values()) for (const name of names) named.add(name);
  const defaultsOf = defaultsByName(readings);
  const portals = readPortals(readings);
  const toRoleId = roleIdMaker();
  const roles: Role[] = [];
  const bases: Base[] = [];
  const portalRoles: PortalRole[] = [];
  for (const [place, { origin, profiles, report }] of readings.entries()) {
    const layer = { origin, place, lastPlace: readings.length - 1, defaultsOf, toRoleId };
    for (const profile of profiles) {
      const identity = readIdentity(profile, report);
      const sourceNames = sources.get(profile) ?? NO_NAMES;
      const shown = shownOf(profile.name);
      const found = readRoles(profile, identity, { layer, bases: sourceNames, shown }, report);
      const isRole = found.length > 0;
      const base = readBase(profile, identity, { origin, isNamed: named.has(profile.name), isRole }, report);
      if (base) bases.push(base);
      const portalRole = readPortalRole(profile, { layer, portals, shown, isRole }, report);
      if (portalRole) portalRoles.push(portalRole);
      for (const role of found) roles.push(role);
      if (isRole) continue;
      explainNoRole(profile, identity, { isBase: base !== undefined, isSourced: sourceNames.length > 0 }, report);
    }
  }
  reportColors(readings, { roles, portalRoles });
  const read = { roles, bases, portalRoles, ...problemsOf(readings) };
  return { ...read, unread: unreadSections(readings, read) };
}

const NO_NAMES: readonly string[] = [];

function problemsOf(readings: readonly LayerReading[]): Pick<Config, 'problems' | 'layerProblems'> {
  const personal = readings.find(({ origin }) => origin.kind === 'personal');
  return {
    problems: personal?.problems() ?? [],
    layerProblems: readings
      .filter((reading) => reading !== personal)
      .map(({ origin, problems }) => ({ origin, problems: problems() })),
  };
}

/** What each base says for its roles; of contradicting sections with one name, the first that says it. */
function defaultsByName(readings: readonly LayerReading[]): LayerContext['defaultsOf'] {
  const byName = new Map<string, PlacedDefaults>();
  for (const [place, { profiles, report }] of readings.entries()) {
    for (const profile of profiles) {
      const defaults = readDefaults(profile, report);
      if (!defaults) continue;
      const { roleName, region } = defaults;
      const before = byName.get(profile.name);
      byName.set(profile.name, { place, roleName: before?.roleName ?? roleName, region: before?.region ?? region });
    }
  }
  return (base) => byName.get(base);
}

/** Says why a section gives no role, where nothing else has said so and it isn't a base and no more. */
function explainNoRole(
  { name, line, values }: Profile,
  identity: ProfileIdentity,
  { isBase, isSourced }: { readonly isBase: boolean; readonly isSourced: boolean },
  report: Report,
): void {
  if (identity.isBroken) return;
  const account = values.get('aws_account_id');
  const roleName = values.get('role_name');
  if (account && isSourced) report(account.line, 'role-without-name', name);
  else if (roleName && (!isBase || isSourced)) report(roleName.line, 'role-without-account', name);
  else if (!isBase) report(line, 'section-without-role', name);
}
