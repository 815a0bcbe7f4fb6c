import type { PartitionId } from '../console/partition.ts';
import type { Role, RoleId, RoleObstacle } from './config.ts';
import { readContainer } from './container.ts';
import type { ProfileIdentity } from './identity.ts';
import type { Origin } from './layer.ts';
import type { Profile } from './profile.ts';
import type { Report } from './report.ts';
import { parsePartition, parseRoleName } from './role-arn.ts';
import type { RoleIdParts } from './role-id-maker.ts';
import { readRegion, readRoleValues } from './role-values.ts';
import type { Shown } from './shown.ts';
import { partitionOfStartUrl } from './start-url.ts';

/** What a base says for roles that leave it out. */
export interface RoleDefaults {
  readonly roleName: string | undefined;
  readonly region: string | undefined;
}

/** The same with the place of the layer that says it. */
export interface PlacedDefaults extends RoleDefaults {
  readonly place: number;
}

/** What is the same for all roles of a layer. */
export interface LayerContext {
  readonly origin: Origin;
  /** Of this layer, and of the last one; earlier layers have lower places. */
  readonly place: number;
  readonly lastPlace: number;
  readonly defaultsOf: (base: string) => PlacedDefaults | undefined;
  readonly toRoleId: (parts: RoleIdParts) => RoleId;
}

export interface RoleContext {
  readonly layer: LayerContext;
  /** Names in `source_profile`. */
  readonly bases: readonly string[];
  /** How later layers want it to be shown. */
  readonly shown: Shown | undefined;
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
  const values = readRoleValues(profile, context.shown, report);
  const needsExternalId = readExternalId(profile, report);
  const container = readContainer(profile, report);
  const startUrl = reachableUrl(values.startUrl, partition, profile, report);
  // Field by field: spreading the values takes three times as long as all the rest.
  return landings.map(({ roleName, region, bases }) => ({
    id: context.layer.toRoleId({ partition: identity.partition, account, roleName, profile: profile.name }),
    profile: profile.name,
    origin: context.layer.origin,
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
    note: values.note,
    bases,
    needsExternalId,
    obstacle: hasConsole ? tooLong(roleName, lineOfRole(profile), report) : 'partition-without-console',
    hidden: values.hidden,
    favorite: values.favorite,
    confirm: values.confirm,
    environment: values.environment,
    startUrl,
    container,
  }));
}

type Landing = Pick<Role, 'roleName' | 'region' | 'bases'>;

/**
 * Where the role leads by what its own layer and those before it say. A later layer's defaults only make a role where
 * there would be none, so that no role ever changes with what comes after it.
 */
function findLandings(profile: Profile, identity: ProfileIdentity, context: RoleContext, report: Report): Landing[] {
  const ownRegion = readRegion(profile, 'region', report);
  for (let reach = context.layer.place; ; reach++) {
    const landings = landingsWithin(reach, ownRegion, identity, context);
    if (landings.length > 0 || reach >= context.layer.lastPlace) return landings;
  }
}

/** Where the role leads under each of its bases; those that agree are one. */
function landingsWithin(
  reach: number,
  ownRegion: string | undefined,
  identity: ProfileIdentity,
  { bases, layer: { defaultsOf } }: RoleContext,
): Landing[] {
  const under = (base: string | undefined): Landing | undefined => {
    const found = base === undefined ? undefined : defaultsOf(base);
    const defaults = found && found.place <= reach ? found : undefined;
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

/** The role's own page unless it is another partition's, where no switch leads (console-contract §9). */
function reachableUrl(
  startUrl: string | undefined,
  partition: PartitionId | undefined,
  { values }: Profile,
  report: Report,
): string | undefined {
  const other = startUrl === undefined ? undefined : partitionOfStartUrl(startUrl);
  if (other === undefined || partition === undefined || other === partition) return startUrl;
  const written = values.get('start_url');
  if (written) report(written.line, 'start-url-elsewhere', written.value, partition);
  return undefined;
}

/** Whether the role asks for an external id; both that and a device for MFA are things that the console can't pass. */
function readExternalId({ values, name }: Profile, report: Report): boolean {
  const externalId = values.get('external_id');
  const mfa = values.get('mfa_serial');
  if (externalId) report(externalId.line, 'external-id', name);
  if (mfa) report(mfa.line, 'mfa-needed', name);
  return externalId !== undefined;
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
