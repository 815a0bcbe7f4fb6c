import type { Role, RoleId, RoleObstacle } from './config.ts';
import type { ProfileIdentity } from './identity.ts';
import type { Profile } from './profile.ts';
import type { Report } from './report.ts';
import { parsePartition, parseRoleName } from './role-arn.ts';
import type { RoleIdParts } from './role-id-maker.ts';
import { readRegion, readRoleValues } from './role-values.ts';

/** What a base says for roles that leave it out. */
export interface RoleDefaults {
  readonly roleName: string | undefined;
  readonly region: string | undefined;
}

export interface RoleContext {
  /** Names in `source_profile`. */
  readonly bases: readonly string[];
  readonly defaultsOf: (base: string) => RoleDefaults | undefined;
  readonly toRoleId: (parts: RoleIdParts) => RoleId;
}

/** The console's form takes path and name together up to this length (console-contract §9). */
const MAX_ROLE_NAME = 64;

/** `target_role_name` and `target_region` of a base (config-format §3), if it has either. */
export function readDefaults(profile: Profile, report: Report): RoleDefaults | undefined {
  if (!profile.values.has('target_role_name') && !profile.values.has('target_region')) return undefined;
  const written = profile.values.get('target_role_name');
  const roleName = written && parseRoleName(written.value);
  if (written && roleName === undefined) report(written.line, 'bad-role-name', written.value);
  return { roleName, region: readRegion(profile, 'target_region', report) };
}

/**
 * Makes the roles of a profile that names an account and a role: one as a rule, several where its bases' defaults lead
 * to different role names or regions.
 */
export function readRoles(profile: Profile, identity: ProfileIdentity, context: RoleContext, report: Report): Role[] {
  const { account } = identity;
  // In place of a name that can't be used, a base's default would lead to another role than the one that was meant.
  const landings = account && !identity.isBroken ? findLandings(profile, identity, context, report) : [];
  if (!account || landings.length === 0) return [];
  const partition = identity.partition === undefined ? undefined : parsePartition(identity.partition);
  const hasConsole = partition !== undefined || identity.partition === undefined;
  if (!hasConsole) report(lineOfRole(profile), 'partition-without-console', identity.partition ?? '');
  const values = readRoleValues(profile, report);
  // Field by field: spreading the values takes three times as long as all the rest.
  return landings.map(({ roleName, region, bases }) => ({
    id: context.toRoleId({ partition: identity.partition, account, roleName, profile: profile.name }),
    profile: profile.name,
    label: values.label,
    line: profile.line,
    partition,
    account,
    roleName,
    color: values.color,
    region,
    image: values.image,
    group: values.group,
    tags: values.tags,
    bases,
    needsExternalId: values.needsExternalId,
    obstacle: hasConsole ? tooLong(roleName, lineOfRole(profile), report) : 'partition-without-console',
    hidden: values.hidden,
    favorite: values.favorite,
    confirm: values.confirm,
    environment: values.environment,
    startUrl: values.startUrl,
    container: values.container,
  }));
}

type Landing = Pick<Role, 'roleName' | 'region' | 'bases'>;

/** Where the role leads under each of its bases; those that agree are one. */
function findLandings(profile: Profile, identity: ProfileIdentity, context: RoleContext, report: Report): Landing[] {
  const { bases } = context;
  const ownRegion = readRegion(profile, 'region', report);
  const under = (base: string | undefined): Landing | undefined => {
    const defaults = base === undefined ? undefined : context.defaultsOf(base);
    const roleName = identity.roleName ?? defaults?.roleName;
    return roleName === undefined ? undefined : { roleName, region: ownRegion ?? defaults?.region, bases };
  };
  if (bases.length < 2) {
    const landing = under(bases[0]);
    return landing ? [landing] : [];
  }
  const landings = new Map<string, Landing & { readonly bases: string[] }>();
  for (const base of bases) {
    const landing = under(base);
    if (!landing) continue;
    const key = `${landing.roleName}\n${landing.region ?? ''}`;
    const same = landings.get(key);
    if (same) same.bases.push(base);
    else landings.set(key, { ...landing, bases: [base] });
  }
  return [...landings.values()];
}

/** The line that names the role, for problems with its name. */
function lineOfRole({ values, line }: Profile): number {
  const written = values.get('role_arn') ?? values.get('role_name') ?? values.get('aws_account_id');
  return written?.line ?? line;
}

function tooLong(roleName: string, line: number, report: Report): RoleObstacle | undefined {
  if (roleName.length <= MAX_ROLE_NAME) return undefined;
  report(line, 'role-name-too-long', roleName, String(roleName.length));
  return 'role-name-too-long';
}
