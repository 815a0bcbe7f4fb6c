import { parsePlainHttpsUrl } from '../console/page-url.ts';
import { parseAccount } from './account.ts';
import type { AccountId, PortalRole } from './config.ts';
import type { KnownKey } from './keys.ts';
import type { IniSection } from './parse-ini.ts';
import type { Profile, Written } from './profile.ts';
import { isIdentityCenter } from './read-base.ts';
import { readValue } from './read-value.ts';
import type { Report } from './report.ts';
import { parseRoleName } from './role-arn.ts';
import { sectionKind } from './section-kind.ts';

/** The portal of each `[sso-session]` that says one; undefined where what it says is none. */
export type Portals = ReadonlyMap<string, string | undefined>;

/** Reads the portals, and reports what can't be one. Of sessions and keys that stand twice the last counts. */
export function readPortals(sections: readonly IniSection[], report: Report): Portals {
  const portals = new Map<string, string | undefined>();
  for (const section of sections) {
    if (!/^sso-session\s/i.test(section.name)) continue;
    const kind = sectionKind(section);
    const written = section.entries.findLast(({ key, value }) => key === 'sso_start_url' && value.trim() !== '');
    if (kind.kind === 'sso-session' && written) portals.set(kind.name, readPortalUrl(written, report));
  }
  return portals;
}

/** Makes an entry of a profile with Identity Center's keys, AWS's or Granted's; undefined where a part is missing. */
export function readPortalRole(profile: Profile, portals: Portals, report: Report): PortalRole | undefined {
  if (!isIdentityCenter(profile)) return undefined;
  const { name, line, values } = profile;
  const isGranted = !values.has('sso_account_id');
  const keyOf = (key: 'sso_account_id' | 'sso_role_name' | 'sso_start_url'): KnownKey =>
    isGranted ? `granted_${key}` : key;
  const account = readValue(values.get(keyOf('sso_account_id')), parseAccountId, 'bad-account', report);
  const permissionSet = readValue(values.get(keyOf('sso_role_name')), parseRoleName, 'bad-role-name', report);
  const session = values.get('sso_session');
  if (session && !portals.has(session.value)) report(session.line, 'unknown-sso-session', session.value);
  const ownUrl = values.get(keyOf('sso_start_url'));
  const portalUrl = (session && portals.get(session.value)) ?? (ownUrl && readPortalUrl(ownUrl, report));
  if (account === undefined || permissionSet === undefined || portalUrl === undefined) return undefined;
  const label = values.get('label')?.value ?? name;
  return { profile: name, label, line, account, permissionSet, portalUrl };
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
