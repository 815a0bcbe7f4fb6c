import type { RequestHeader } from './request-header.ts';
import type { TeamFailure } from './team-failure.ts';

/** Where a team configuration comes from: fetched from an address, or sent by another extension. */
export type SourceFrom =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'sender'; readonly extensionId: string };

export type UpdateMode = 'ask' | 'automatic';

/** Minutes between two checks; the first is what a new source has. */
export const INTERVALS = [60, 15, 240, 720, 1440] as const;
export type Interval = (typeof INTERVALS)[number];

/** A text that came, as it is kept. Times are milliseconds since 1970. */
export interface TeamCopy {
  /** The text without credentials, as `pack` makes it. */
  readonly packed: string;
  /** Of the text, in hex: two copies with the same one are the same text. */
  readonly checksum: string;
  /** Sections in it that are a role or a base: 0 = nothing that could be used. */
  readonly usable: number;
  /** Lines with credentials that were taken out. */
  readonly secrets: number;
  /** When it first came. */
  readonly at: number;
}

/** What the server said of the last text that was taken, for asking whether it is still the same. */
export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** SHA-256 of the body that they belong to, 64 hex digits in lower case. */
  readonly sha256: string;
}

export interface TeamSource {
  readonly from: SourceFrom;
  /** What a policy added is not the user's to remove, and not used when the policy is gone. */
  readonly addedBy: 'user' | 'policy';
  readonly update: UpdateMode;
  readonly interval: Interval;
  /** The only body that is taken, 64 hex digits in lower case. */
  readonly sha256: string | undefined;
  /** Never shown, synced, exported or logged. */
  readonly header: RequestHeader | undefined;
  /** The text in use: the last good one. */
  readonly used: TeamCopy | undefined;
  /** A newer text that waits for the user. */
  readonly pending: TeamCopy | undefined;
  /** The user has seen what waits and does not want it now. */
  readonly isSetAside: boolean;
  readonly validators: Validators | undefined;
  /** When the source last gave something good; 0 = never. */
  readonly checkedAt: number;
  /** How the last check failed; undefined after a good one. */
  readonly failure: TeamFailure | undefined;
  /** Failed checks in a row. */
  readonly failures: number;
  /** When to check again; 0 = now. */
  readonly nextAt: number;
}

/** Another extension that sent a configuration without being allowed to. */
export interface AskingSender {
  readonly extensionId: string;
  readonly at: number;
  /** The user does not want to be told of it again. */
  readonly isDismissed: boolean;
}

/** All that is kept of team configurations. */
export interface Team {
  readonly sources: readonly TeamSource[];
  readonly asking: AskingSender | undefined;
}

/** The largest body that is taken, in bytes. */
export const TEAM_TEXT_LIMIT = 5 * 1024 * 1024;
/** The user's; a policy can have more senders. */
export const USER_SOURCES_LIMIT = 20;

/** Names a source among the others. */
export function sourceId({ from }: Pick<TeamSource, 'from'>): string {
  return from.kind === 'url' ? `url:${from.url}` : `sender:${from.extensionId}`;
}

/** What a role's origin shows: the host, or the extension's id. */
export function sourceName({ from }: Pick<TeamSource, 'from'>): string {
  return from.kind === 'url' ? new URL(from.url).host : from.extensionId;
}

/** A source of which nothing has come yet. A sender is taken at its word, as those that send expect it. */
export function newSource(from: SourceFrom, options: Partial<TeamSource> = {}): TeamSource {
  return {
    addedBy: 'user',
    update: from.kind === 'url' ? 'ask' : 'automatic',
    interval: INTERVALS[0],
    sha256: undefined,
    header: undefined,
    used: undefined,
    pending: undefined,
    isSetAside: false,
    validators: undefined,
    checkedAt: 0,
    failure: undefined,
    failures: 0,
    nextAt: 0,
    ...options,
    from,
  };
}
