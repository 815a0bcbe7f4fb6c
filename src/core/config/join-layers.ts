import { readIdentity } from './identity.ts';
import { isReadKey, type KnownKey } from './keys.ts';
import { type Origin, originValues } from './layer.ts';
import type { LayerReading } from './layer-reading.ts';
import type { Profile } from './profile.ts';
import type { Report } from './report.ts';
import { type Agreement, Said } from './said.ts';
import { parseBoolean, readShown, SHOWN_KEYS, type Shown, showOver } from './shown.ts';

export interface JoinedLayers {
  /** Each with the profiles that are its own: of one name, all are in one layer. */
  readonly readings: readonly LayerReading[];
  /** How later layers want the roles of a name to be shown. */
  readonly shownOf: (name: string) => Shown | undefined;
}

/** The first layer that has a name, and what later ones say under it. */
interface Claim {
  readonly origin: Origin;
  readonly profiles: Profile[];
  /** Whether none of them says who or where. */
  isBare: boolean;
  /** Read when a later layer says something. */
  said: Said | undefined;
  shown: Shown | undefined;
}

/**
 * Says which layer each name belongs to: the first that has it. A later section of that name may change how the role is
 * shown and have it ask before switching. Whatever else it says is a problem of its own text, unless it says the very
 * same. One that is another role counts for nothing at all: its colour and label would be on a role that they were not
 * meant for.
 *
 * A section that says nothing of a role or a sign-in (`[default]` with a region) holds its name for nobody.
 */
export function joinLayers(layers: readonly LayerReading[]): JoinedLayers {
  const claims = new Map<string, Claim>();
  const replaced = new Set<Profile>();
  const readings = layers.map((layer, place) => {
    const profiles =
      claims.size === 0 ? layer.profiles : layer.profiles.filter((profile) => isOwn(profile, layer, claims, replaced));
    // Nobody comes after the last one.
    if (place < layers.length - 1) for (const profile of profiles) addClaim(claims, profile, layer.origin);
    return { ...layer, profiles };
  });
  return {
    readings: replaced.size === 0 ? readings : readings.map((reading) => without(replaced, reading)),
    shownOf: (name) => claims.get(name)?.shown,
  };
}

function addClaim(claims: Map<string, Claim>, profile: Profile, origin: Origin): void {
  const claim = claims.get(profile.name);
  const bare = isBare(profile);
  if (!claim) {
    claims.set(profile.name, { origin, profiles: [profile], isBare: bare, said: undefined, shown: undefined });
    return;
  }
  claim.profiles.push(profile);
  claim.isBare &&= bare;
}

function without(replaced: ReadonlySet<Profile>, reading: LayerReading): LayerReading {
  return { ...reading, profiles: reading.profiles.filter((profile) => !replaced.has(profile)) };
}

/** Whether the name is this layer's; what says how an earlier layer's role is shown goes to its claim. */
function isOwn(
  profile: Profile,
  { report }: LayerReading,
  claims: Map<string, Claim>,
  replaced: Set<Profile>,
): boolean {
  const claim = claims.get(profile.name);
  if (!claim) return true;
  if (claim.isBare) {
    for (const bare of claim.profiles) replaced.add(bare);
    claims.delete(profile.name);
    return true;
  }
  const shown = readOverride(profile, claim, report);
  if (shown) claim.shown = claim.shown ? showOver(claim.shown, shown) : shown;
  return false;
}

/** Whether a section says neither who nor where. */
function isBare({ values }: Profile): boolean {
  for (const key of values.keys()) if (key !== 'region' && isReadKey(key) && !SHOWN_KEYS.has(key)) return false;
  return true;
}

/** How a later section wants the roles of a claim to be shown; undefined where it is something else. */
function readOverride(profile: Profile, claim: Claim, report: Report): Shown | undefined {
  claim.said ??= new Said(claim.profiles);
  const { said, shown } = claim;
  const identity = readIdentity(profile, report);
  if (identity.isBroken) return undefined;
  const agreement = said.agrees(identity);
  if (agreement === 'other' || isOtherSignIn(profile, said)) {
    report(profile.line, 'name-taken', profile.name, ...originValues(claim.origin));
    return undefined;
  }
  const asksFirst = said.asksFirst || shown?.confirm === true;
  for (const [key, { value, line }] of profile.values) {
    if (SHOWN_KEYS.has(key) || !isReadKey(key) || said.has(key, value)) continue;
    if (key === 'confirm' ? !asksFirst || parseBoolean(value) !== false : isCompared(key, agreement)) continue;
    report(line, 'not-overridable', key, ...originValues(claim.origin));
  }
  return readShown(profile, report);
}

const SIGN_IN_KEYS = ['sso_account_id', 'sso_role_name', 'granted_sso_account_id', 'granted_sso_role_name'] as const;

function isOtherSignIn({ values }: Profile, said: Said): boolean {
  return SIGN_IN_KEYS.some((key) => {
    const value = values.get(key)?.value;
    return value !== undefined && !said.has(key, value);
  });
}

/** Whether a key says no more of the role than what agrees already, however it is spelled. */
function isCompared(key: KnownKey, agreement: Agreement): boolean {
  return key === 'aws_account_id' || (agreement === 'same' && (key === 'role_arn' || key === 'role_name'));
}
