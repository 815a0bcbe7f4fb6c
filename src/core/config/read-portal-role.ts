import { parsePlainHttpsUrl } from '../console/page-url.ts';
import { parseAccount } from './account.ts';
import type { AccountId, PortalRole } from './config.ts';
import type { KnownKey } from './keys.ts';
import { type Origin, originValues } from './layer.ts';
import type { LayerReading } from './layer-reading.ts';
import type { Profile, Written } from './profile.ts';
import { isIdentityCenter } from './read-base.ts';
import type { LayerContext } from './read-role.ts';
import { readValue } from './read-value.ts';
import type { Report } from './report.ts';
import { parseRoleName } from './role-arn.ts';
import { readRegion, readRoleValues } from './role-values.ts';
import type { Shown } from './shown.ts';

/** The portal of an `[sso-session]`, and the place of the layer that has it. */
interface Portal {
  readonly origin: Origin;
  readonly place: number;
  /** As it is written, to see whether a later layer says the same. */
  readonly written: string;
  /** Undefined where what is written is none. */
  readonly url: string | undefined;
}

/** The portal of each `[sso-session]` that says one. */
export type Portals = ReadonlyMap<string, Portal>;

/**
 * Reads the portals, and reports what can't be one. Of sessions that stand twice in a layer the last counts; of
 * layers the first: nobody is sent to another portal by what comes after it.
 */
export function readPortals(readings: readonly LayerReading[]): Portals {
  const portals = new Map<string, Portal>();
  for (const [place, { origin, portals: written, report }] of readings.entries()) {
    for (const { name, entry } of written) {
      const { key, value, line } = entry;
      const earlier = portals.get(name);
      if (!earlier || earlier.place === place) {
        portals.set(name, { origin, place, written: value, url: readPortalUrl(entry, report) });
      } else if (earlier.written !== value) report(line, 'not-overridable', key, ...originValues(earlier.origin));
    }
  }
  return portals;
}

/** Stands in ids where a role has its partition, so that no role has a portal role's. */
const PORTAL = 'portal';

export interface PortalContext {
  /** The profile's. */
  readonly layer: Pick<LayerContext, 'origin' | 'place' | 'toRoleId'>;
  readonly portals: Portals;
  /** How later layers want it to be shown. */
  readonly shown: Shown | undefined;
  /** Whether the profile is a role as well, with which its values have been reported. */
  readonly isRole: boolean;
}

/** Makes an entry of a profile with Identity Center's keys, AWS's or Granted's; undefined where a part is missing. */
export function readPortalRole(
  profile: Profile,
  { layer, portals, shown, isRole }: PortalContext,
  report: Report,
): PortalRole | undefined {
  if (!isIdentityCenter(profile)) return undefined;
  const { name, line, values } = profile;
  const isGranted = !values.has('sso_account_id');
  const keyOf = (key: 'sso_account_id' | 'sso_role_name' | 'sso_start_url'): KnownKey =>
    isGranted ? `granted_${key}` : key;
  const account = readValue(values.get(keyOf('sso_account_id')), parseAccountId, 'bad-account', report);
  const permissionSet = readValue(values.get(keyOf('sso_role_name')), parseRoleName, 'bad-role-name', report);
  const session = values.get('sso_session');
  const portal = session && portals.get(session.value);
  if (session && !portal) report(session.line, 'unknown-sso-session', session.value);
  const ownUrl = values.get(keyOf('sso_start_url'));
  const isEarlier = portal !== undefined && portal.place <= layer.place;
  const portalUrl = (isEarlier ? portal.url : undefined) ?? (ownUrl && readPortalUrl(ownUrl, report)) ?? portal?.url;
  if (account === undefined || permissionSet === undefined || portalUrl === undefined) return undefined;
  const valueReport: Report = isRole ? () => undefined : report;
  const said = readRoleValues(profile, shown, valueReport);
  const id = {
    partition: PORTAL,
    account: { kind: 'id', id: account },
    roleName: permissionSet,
    profile: name,
  } as const;
  return {
    id: layer.toRoleId(id),
    profile: name,
    origin: layer.origin,
    label: said.label,
    line,
    account,
    permissionSet,
    portalUrl,
    color: said.color,
    region: readRegion(profile, 'region', valueReport),
    image: said.image,
    group: said.group,
    tags: said.tags,
    note: said.note,
    hidden: said.hidden,
    favorite: said.favorite,
    environment: said.environment,
    startUrl: said.startUrl,
  };
}

function readPortalUrl(written: Written, report: Report): string | undefined {
  return readValue(written, parsePortalUrl, 'bad-portal-url', report);
}

/** Any portal: some have hosts of their own. People copy its address as the browser shows it, `…/start/#/`. */
function parsePortalUrl(text: string): string | undefined {
  const url = parsePlainHttpsUrl(text);
  return url && url.origin + url.pathname.replace(/\/$/, '');
}

function parseAccountId(text: string): AccountId | undefined {
  const account = parseAccount(text);
  return account?.kind === 'id' ? account.id : undefined;
}
