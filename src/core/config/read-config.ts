import type { Base, Config, PortalRole, Role } from './config.ts';
import { type ProfileIdentity, readIdentity } from './identity.ts';
import { ruleOfKey } from './keys.ts';
import { parseIni } from './parse-ini.ts';
import type { Problem } from './problem.ts';
import { type Profile, readProfiles } from './profile.ts';
import { readBase } from './read-base.ts';
import { readPortalRole, readPortals } from './read-portal-role.ts';
import { type RoleContext, type RoleDefaults, readDefaults, readRoles } from './read-role.ts';
import { collectProblems, type Report } from './report.ts';
import { roleIdMaker } from './role-id-maker.ts';
import { removeSecrets } from './secrets.ts';
import { readSourceProfiles } from './source-profiles.ts';

/**
 * Reads the configuration text into roles, bases and problems (config-format). Takes any string and never throws: a
 * section that can't be used is a problem beside the others, which load. Values of credentials are nowhere in it.
 */
export function readConfig(text: string): Config {
  const { problems, report } = collectProblems();
  const ini = parseIni(text, ruleOfKey);
  for (const { line, code, values } of ini.problems) report(line, code, ...values);
  const profiles = readProfiles(ini.sections, report);
  const sources = readSourceProfiles(profiles, report);
  const named = new Set<string>();
  for (const names of sources.values()) for (const name of names) named.add(name);
  const defaultsOf = defaultsByName(profiles, report);
  const toRoleId = roleIdMaker();
  const roles: Role[] = [];
  const bases: Base[] = [];
  const portals = readPortals(ini.sections, report);
  const portalRoles: PortalRole[] = [];
  for (const profile of profiles) {
    const identity = readIdentity(profile, report);
    const sourceNames = sources.get(profile) ?? [];
    const found = readRoles(profile, identity, { bases: sourceNames, defaultsOf, toRoleId }, report);
    const base = readBase(profile, identity, { isNamed: named.has(profile.name), isRole: found.length > 0 }, report);
    if (base) bases.push(base);
    const portalRole = readPortalRole(profile, portals, report);
    if (portalRole) portalRoles.push(portalRole);
    for (const role of found) roles.push(role);
    if (found.length > 0) continue;
    explainNoRole(profile, identity, { isBase: base !== undefined, isSourced: sourceNames.length > 0 }, report);
  }
  return { roles, bases, portalRoles, problems: withSecrets(problems, text).sort((a, b) => a.line - b.line) };
}

/** What each base says for its roles; of contradicting sections with one name, the first that says it. */
function defaultsByName(profiles: readonly Profile[], report: Report): RoleContext['defaultsOf'] {
  const byName = new Map<string, RoleDefaults>();
  for (const profile of profiles) {
    const defaults = readDefaults(profile, report);
    if (!defaults) continue;
    const { roleName, region } = defaults;
    const before = byName.get(profile.name);
    byName.set(profile.name, { roleName: before?.roleName ?? roleName, region: before?.region ?? region });
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

/** Credentials are the one thing to say about their lines; anything else might tell what is in them. */
function withSecrets(problems: readonly Problem[], text: string): Problem[] {
  const { removed } = removeSecrets(text);
  if (removed.length === 0) return [...problems];
  const lines = new Set(removed.map(({ line }) => line));
  return [
    ...problems.filter(({ line }) => !lines.has(line)),
    ...removed.map(({ line, key }): Problem => ({ line, code: 'secret', values: [key] })),
  ];
}
