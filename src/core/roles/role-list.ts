import type { AccountId, Base, Color, Config, RoleId, UnreadSection } from '../config/config.ts';
import type { Origin } from '../config/layer.ts';
import { severityOf } from '../config/problem.ts';
import type { CurrentRole, Identity, Session } from '../console/session.ts';
import { accountText } from '../console/switch-request.ts';
import type { RoleKey } from '../saved/personal.ts';
import type { FailedSwitch } from '../sessions/failed-switch.ts';
import { type ListedSessions, roleMarker } from '../sessions/role-marker.ts';
import type { SessionList, SessionMark } from '../sessions/session-list.ts';
import { accountOf, type Pictures, pictureOf, roleNameOf } from './listed-role.ts';
import { roleKeyOf } from './role-key.ts';
import type { ExpectedBase, ListedRole, RoleStanding, Standing, WithheldReason } from './standing.ts';

/** How a row's role stands to the session, with what a sentence about it needs. */
export type RowState =
  | { readonly kind: 'offered' | 'current' | 'signed-in' | 'portal' }
  /** The roles to take first, in their order; choosing the row takes the first of them. */
  | { readonly kind: 'chain'; readonly hops: readonly Hop[] }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason };

export interface Hop {
  readonly id: RoleId;
  readonly label: string;
}

/** One role as a list shows it: nothing that a row does not need. */
export interface RoleRow {
  readonly id: RoleId;
  /** What its pins and uses go by. */
  readonly key: RoleKey;
  readonly label: string;
  /** The section's name. */
  readonly profile: string;
  /** Number or alias. */
  readonly account: string;
  /** The alias that the text knows of an account which it names by number. */
  readonly alias: string | undefined;
  /** Path and name, or the permission set's name. */
  readonly roleName: string;
  readonly color: Color | undefined;
  readonly region: string | undefined;
  readonly group: string | undefined;
  readonly tags: readonly string[];
  readonly environment: string | undefined;
  readonly note: string | undefined;
  /** Whose it is; which team source it comes from, a row does not tell. */
  readonly origin: Origin['kind'];
  /** Always a data: URL, so that drawing a row never asks anybody for anything. */
  readonly image: string | undefined;
  /** Found by its exact name only. */
  readonly isHidden: boolean;
  /** Pinned by the text, until the user says otherwise. */
  readonly favorite: boolean;
  readonly state: RowState;
  /** What other open sessions mean for it, in multi-session. */
  readonly mark?: SessionMark | undefined;
}

export type WithheldRow = RoleRow & { readonly state: Extract<RowState, { kind: 'withheld' }> };

/** Who the console says is signed in, as far as a sentence needs it. */
export interface SessionSummary {
  readonly identity: Identity;
  readonly current: CurrentRole | undefined;
  readonly isMultiSession: boolean;
}

/** What a list shows: the roles, and what explains the ones that are not there. */
export interface RoleList {
  readonly session: SessionSummary | undefined;
  /** What the session may use or is, none of it withheld. */
  readonly rows: readonly RoleRow[];
  /** Left empty for a web page's tab: it gets only what its session may use. */
  readonly withheld: readonly WithheldRow[];
  readonly withheldCount: number;
  /** The bases of roles whose accounts the text tells; left empty for a web page's tab. */
  readonly expectedBases: readonly ExpectedBase[];
  /** Sections of the user's own text that came to nothing; left empty for a web page's tab. */
  readonly unread: readonly UnreadSection[];
  readonly isConfigEmpty: boolean;
  /** Lines of the user's own text that could not be used: those of other layers they can't mend. */
  readonly errorCount: number;
  /** The open sessions, in multi-session. */
  readonly sessions?: SessionList | undefined;
  /** The switch that AWS has refused in this tab before. */
  readonly failedSwitch?: FailedSwitch | undefined;
}

interface RoleListInput {
  readonly config: Config;
  /** Undefined where no console session is in sight: then every role is listed. */
  readonly session: Session | undefined;
  /** How its roles stand to that session: `visibleRoles`, or `unaskedRoles` without one. */
  readonly standings: readonly RoleStanding[];
  readonly isConfigEmpty: boolean;
  /** Pictures fetched before, by the URL in the text. */
  readonly pictures: Pictures;
  /** Whether the answer goes to a web page's tab. */
  readonly isForPage: boolean;
  readonly around?: ListedSessions | undefined;
}

/** Makes the list that the menu and the popup show. */
export function toRoleList(input: RoleListInput): RoleList {
  const { config, session, standings, pictures, isForPage } = input;
  const markOf = roleMarker(config.bases, input.around);
  const draw = rowDrawer(config.bases, pictures);
  const partition = session?.partition ?? 'aws';
  const all = standings.map(({ role, standing }): RoleRow => {
    const mark = markOf(role, standing);
    const key = roleKeyOf({ role, standing }, partition);
    return { ...draw(role, key, mark ? { kind: 'offered' } : toRowState(standing)), mark };
  });
  const withheld = all.filter(isWithheld);
  return {
    session: session && summary(session),
    rows: withheld.length === 0 ? all : all.filter((row) => !isWithheld(row)),
    withheld: isForPage ? [] : withheld,
    withheldCount: withheld.length,
    expectedBases: isForPage ? [] : expectedBases(config),
    unread: isForPage ? [] : config.unread,
    isConfigEmpty: input.isConfigEmpty,
    errorCount: config.problems.filter((problem) => severityOf(problem) === 'error').length,
  };
}

function isWithheld(row: RoleRow): row is WithheldRow {
  return row.state.kind === 'withheld';
}

/** What a row tells of a role's standing. */
export function toRowState(standing: Standing): RowState {
  switch (standing.kind) {
    case 'chain':
      return { kind: 'chain', hops: standing.hops.map(({ id, label }) => ({ id, label })) };
    case 'withheld':
      return standing;
    default:
      return { kind: standing.kind };
  }
}

function rowDrawer(
  bases: readonly Base[],
  pictures: Pictures,
): (role: ListedRole, key: RoleKey, state: RowState) => RoleRow {
  const aliases = new Map(bases.map(({ account, alias }) => [account?.kind === 'id' ? account.id : undefined, alias]));
  return (role, key, state) => {
    const { id, label, profile, color, region, group, tags, environment, note, origin, favorite } = role;
    const account = accountOf(role);
    return {
      id,
      key,
      label,
      profile,
      account,
      alias: aliases.get(account as AccountId),
      roleName: roleNameOf(role),
      color,
      region,
      group,
      tags,
      environment,
      note,
      origin: origin.kind,
      image: pictureOf(role, pictures),
      isHidden: role.hidden,
      favorite,
      state,
    };
  };
}

/**
 * What one signs in to for some role: each account with its login role once, by the name that stands first. Nobody signs
 * in with a role that is itself another's to take.
 */
function expectedBases({ bases, roles }: Config): ExpectedBase[] {
  const byPlace = new Map<string, ExpectedBase>();
  const hops = new Set(roles.filter((role) => role.bases.length > 0).map(({ profile }) => profile));
  const named = new Set(roles.flatMap((role) => role.bases));
  for (const { profile, account, loginRole } of bases) {
    if (hops.has(profile) || !named.has(profile)) continue;
    const place = account && `${accountText(account)} ${loginRole ?? ''}`;
    if (place !== undefined && !byPlace.has(place)) byPlace.set(place, { profile, account, loginRole });
  }
  return [...byPlace.values()];
}

function summary({ identity, current, multiSession }: Session): SessionSummary {
  return { identity, current, isMultiSession: multiSession !== undefined };
}

/** Twelve digits the way the console writes them, `1111-2222-3333`; an alias as it is. */
export function readableAccount(account: string): string {
  return /^\d{12}$/.test(account) ? account.replace(/^(.{4})(.{4})/, '$1-$2-') : account;
}
