import { markColor } from '../marks/mark-color.ts';
import { parseColor } from './color.ts';
import type { Color, Config, PortalRole, Role } from './config.ts';
import { isProduction } from './environment.ts';
import type { LayerReading } from './layer-reading.ts';
import { looksLike, type Oklab, toOklab } from './oklab.ts';

/** What the console draws itself: its pages when they are light, and its bar, which the dark pages are like. */
const CONSOLE_COLORS: readonly Oklab[] = ['ffffff', '161d26'].map((color) => toOklab(color as Color));

/** So many different colours nobody can tell apart anyway; each is compared with each. */
const MOST_COLORS = 200;

/** A colour, and the first roles that have it, of two different accounts: one may be that of the role it is held against. */
interface UsedColor {
  readonly color: Color;
  readonly lab: Oklab;
  readonly roles: (Role | PortalRole)[];
}

/**
 * Reports the colours by which nobody can see where they are: those of the console itself, and those of production
 * which a role of another account looks like. Once for each colour, or a text with one mistake would be full of it.
 */
export function reportColors(
  readings: readonly LayerReading[],
  { roles, portalRoles }: Pick<Config, 'roles' | 'portalRoles'>,
): void {
  const production = new Map<Color, UsedColor>();
  const other = new Map<Color, UsedColor>();
  for (const list of [roles, portalRoles]) for (const role of list) add(isProduction(role) ? production : other, role);
  const seen = new Set<Color>();
  for (const { color, lab, roles } of [...production.values(), ...other.values()]) {
    const [role] = roles;
    if (!role || seen.has(color) || !CONSOLE_COLORS.some((its) => looksLike(its, lab))) continue;
    seen.add(color);
    reportAt(readings, role, (report, line, value) => report(line, 'faint-color', value));
  }
  for (const dangerous of production.values()) {
    const pair = findPair(dangerous, other);
    if (!pair) continue;
    const [role, twin] = pair;
    const names = [role.profile, twin.profile] as const;
    // Without a colour of its own it has the one that all such roles have: then it is the other that can be changed.
    reportAt(readings, role.color === undefined ? twin : role, (report, line) =>
      report(line, 'similar-color', ...names),
    );
  }
}

function add(colors: Map<Color, UsedColor>, role: Role | PortalRole): void {
  const color = markColor(role);
  const used = colors.get(color);
  if (used) {
    if (used.roles.length === 1 && used.roles[0] && !areOfOneAccount(used.roles[0], role)) used.roles.push(role);
  } else if (colors.size < MOST_COLORS) colors.set(color, { color, lab: toOklab(color), roles: [role] });
}

/** A role of production and one of another account that looks like it. */
function findPair(production: UsedColor, others: ReadonlyMap<Color, UsedColor>) {
  for (const other of others.values()) {
    if (!looksLike(production.lab, other.lab)) continue;
    for (const role of production.roles) {
      const twin = other.roles.find((one) => !areOfOneAccount(role, one));
      if (twin) return [role, twin] as const;
    }
  }
  return undefined;
}

function areOfOneAccount(one: Role | PortalRole, other: Role | PortalRole): boolean {
  return accountOf(one) === accountOf(other);
}

function accountOf({ account }: Role | PortalRole): string {
  if (typeof account === 'string') return account;
  return account.kind === 'id' ? account.id : account.alias;
}

/** Reports where the colour that the role has is written: a later layer may have given it. */
function reportAt(
  readings: readonly LayerReading[],
  { profile, color }: Role | PortalRole,
  tell: (report: LayerReading['report'], line: number, value: string) => void,
): void {
  for (const { written, report } of readings.toReversed()) {
    for (const { name, values } of written) {
      const entry = name === profile ? values.get('color') : undefined;
      if (entry === undefined || parseColor(entry.value) !== color) continue;
      tell(report, entry.line, entry.value);
      return;
    }
  }
}
