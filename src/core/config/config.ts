import type { PartitionId } from '../console/partition.ts';
import type { Container } from './container.ts';
import type { Origin } from './layer.ts';
import type { Problem } from './problem.ts';

/** Twelve digits, kept as text: leading zeros count. */
export type AccountId = string & { readonly __brand: 'AccountId' };

/** Six lower-case hex digits without `#`, as the switch-role form wants them. */
export type Color = string & { readonly __brand: 'Color' };

/**
 * Names one role of one text, stable while the text does not change what the role *is*: it holds partition, account,
 * role and profile name, so an id from an older text can never pick a role in another account.
 */
export type RoleId = string & { readonly __brand: 'RoleId' };

/** An account as the user wrote it: by number, or by the alias that only the sign-in page can resolve. */
export type AccountRef =
  | { readonly kind: 'id'; readonly id: AccountId }
  | { readonly kind: 'alias'; readonly alias: string };

/** The codes are those of the problems that say the same about the text. */
export type RoleObstacle = 'role-name-too-long' | 'partition-without-console';

/** What one can switch to. */
export interface Role {
  readonly id: RoleId;
  /** The section's name, without a `profile ` prefix. */
  readonly profile: string;
  readonly origin: Origin;
  /** `label`, or the section's name. */
  readonly label: string;
  /** 1-based line of the section's header in the text of its origin. */
  readonly line: number;
  /** Known from `role_arn` alone; undefined where the text gives only account and name. */
  readonly partition: PartitionId | undefined;
  readonly account: AccountRef;
  /** Path and name without the leading slash, e.g. `team/Admin`: what the switch-role form calls `roleName`. */
  readonly roleName: string;
  readonly color: Color | undefined;
  readonly region: string | undefined;
  /** An https: or data:image URL. */
  readonly image: string | undefined;
  readonly group: string | undefined;
  readonly tags: readonly string[];
  /** In the user's own words, for finding it and to be read beside it. */
  readonly note: string | undefined;
  /** Names in `source_profile`, in the text's order; empty when the role is offered everywhere. */
  readonly bases: readonly string[];
  /** The console can't pass an external id, so such a role can't be switched to. */
  readonly needsExternalId: boolean;
  /** What in the role itself keeps every console from switching to it; such a role is listed with this as its reason. */
  readonly obstacle: RoleObstacle | undefined;
  /** Kept out of the list; found by its exact name. */
  readonly hidden: boolean;
  /** Pinned above the others. */
  readonly favorite: boolean;
  /** Ask before switching. */
  readonly confirm: boolean;
  /** `production`, `staging`, `testing`, `development`, `sandbox` or another name in lower case (`env`). */
  readonly environment: string | undefined;
  /** An https: URL of a console's page, or path, query and fragment below the console's host without a leading slash. */
  readonly startUrl: string | undefined;
  /** The Firefox container that it opens in, as it says itself; `containerOf` also knows its bases'. */
  readonly container: Container | undefined;
}

/** What one signs in to, and what roles name as `source_profile`. */
export interface Base {
  readonly profile: string;
  readonly origin: Origin;
  /** 1-based line of the section's header in the text of its origin. */
  readonly line: number;
  /** Undefined where the text does not tell: its roles are then offered everywhere. */
  readonly account: AccountRef | undefined;
  /** The alias that the console shows in place of the account's number. */
  readonly alias: string | undefined;
  /** The login role or permission set that this base stands for; undefined = any identity of the account. */
  readonly loginRole: string | undefined;
  /** The Firefox container that one is signed in to it in: that of its roles which name none. */
  readonly container: Container | undefined;
}

/** A permission set that one reaches by a link of Identity Center's portal (console-contract §7), not by switching. */
export interface PortalRole
  extends Pick<
    Role,
    | 'id'
    | 'profile'
    | 'origin'
    | 'label'
    | 'line'
    | 'color'
    | 'region'
    | 'image'
    | 'group'
    | 'tags'
    | 'note'
    | 'hidden'
    | 'favorite'
    | 'environment'
    | 'startUrl'
  > {
  readonly account: AccountId;
  readonly permissionSet: string;
  /** The portal's https: URL without a slash at its end: `/#/console?…` is put behind it. */
  readonly portalUrl: string;
}

/** A section of a text that can't be used for what it was meant for, with the first thing that is wrong in it. */
export interface UnreadSection {
  readonly name: string;
  /** 1-based line of the section's header. */
  readonly line: number;
  readonly problem: Problem;
}

/** All texts, read. Roles and bases keep the layers' order, and in each its text's. */
export interface Config {
  readonly roles: readonly Role[];
  readonly bases: readonly Base[];
  readonly portalRoles: readonly PortalRole[];
  /** Those of the user's own text that came to nothing, in line order. */
  readonly unread: readonly UnreadSection[];
  /** Those of the user's own text, in line order. */
  readonly problems: readonly Problem[];
  /** Those of the other layers, in their order: whoever keeps a layer can mend them, its reader can't. */
  readonly layerProblems: readonly LayerProblems[];
}

/** What is wrong in a text that comes from elsewhere. */
export interface LayerProblems {
  readonly origin: Origin;
  /** In line order. */
  readonly problems: readonly Problem[];
}
