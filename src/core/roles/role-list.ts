import type { Color, Config, Role, RoleId } from '../config/config.ts';
import type { Origin } from '../config/layer.ts';
import { severityOf } from '../config/problem.ts';
import type { CurrentRole, Identity, Session } from '../console/session.ts';
import { accountText } from '../console/switch-request.ts';
import { type Settings, type VisibleRoles, visibleRoles, type Withheld } from './visible-roles.ts';

/** One role as a list shows it: nothing that a row does not need. */
export interface RoleRow {
  readonly id: RoleId;
  readonly label: string;
  /** The section's name. */
  readonly profile: string;
  /** Number or alias. */
  readonly account: string;
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
}

export interface WithheldRow {
  readonly row: RoleRow;
  readonly reason: Withheld['reason'];
}

/** Who the console says is signed in, as far as a sentence needs it. */
export interface SessionSummary {
  readonly identity: Identity;
  readonly current: CurrentRole | undefined;
  readonly isMultiSession: boolean;
}

/** What a list shows: the roles, and what explains the ones that are not there. */
export interface RoleList {
  readonly session: SessionSummary | undefined;
  readonly offered: readonly RoleRow[];
  /** Left empty for a web page's tab: it gets only what its session may use. */
  readonly withheld: readonly WithheldRow[];
  readonly withheldCount: number;
  /** Accounts that the withheld roles are offered in; left empty for a web page's tab. */
  readonly expectedAccounts: readonly string[];
  readonly isConfigEmpty: boolean;
  /** Lines of the user's own text that could not be used: those of other layers they can't mend. */
  readonly errorCount: number;
}

interface RoleListInput {
  readonly config: Config;
  /** Undefined where no console session is in sight: then every role is listed. */
  readonly session: Session | undefined;
  readonly settings: Settings;
  readonly isConfigEmpty: boolean;
  /** Pictures fetched before, by the URL in the text. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Whether the answer goes to a web page's tab. */
  readonly isForPage: boolean;
}

/** Makes the list that the menu and the popup show. */
export function toRoleList(input: RoleListInput): RoleList {
  const { config, session, settings, pictures, isForPage } = input;
  const { offered, withheld }: VisibleRoles = session
    ? visibleRoles(config, session, settings)
    : { offered: config.roles.map((role) => ({ role })), withheld: [] };
  const toRow = (role: Role) => roleRow(role, pictures);
  return {
    session: session && summary(session),
    offered: offered.map(({ role }) => toRow(role)),
    withheld: isForPage ? [] : withheld.map(({ role, reason }) => ({ row: toRow(role), reason })),
    withheldCount: withheld.length,
    expectedAccounts: isForPage ? [] : accountsOfBases(config),
    isConfigEmpty: input.isConfigEmpty,
    errorCount: config.problems.filter((problem) => severityOf(problem) === 'error').length,
  };
}

function roleRow(role: Role, pictures: Readonly<Record<string, string>>): RoleRow {
  const { id, label, profile, roleName, color, region, group, tags, environment, note, origin } = role;
  return {
    id,
    label,
    profile,
    account: accountText(role.account),
    roleName,
    color,
    region,
    group,
    tags,
    environment,
    note,
    origin: origin.kind,
    image: picture(role, pictures),
  };
}

function picture({ image }: Role, pictures: Readonly<Record<string, string>>): string | undefined {
  if (image === undefined || image.startsWith('data:')) return image;
  return Object.hasOwn(pictures, image) ? pictures[image] : undefined;
}

function accountsOfBases(config: Config): string[] {
  const accounts = config.bases.flatMap((base) => (base.account ? [accountText(base.account)] : []));
  return [...new Set(accounts)];
}

function summary({ identity, current, multiSession }: Session): SessionSummary {
  return { identity, current, isMultiSession: multiSession !== undefined };
}

/** Twelve digits the way the console writes them, `1111-2222-3333`; an alias as it is. */
export function readableAccount(account: string): string {
  return /^\d{12}$/.test(account) ? account.replace(/^(.{4})(.{4})/, '$1-$2-') : account;
}
