import type { Diagnosis } from '../console/diagnosis.ts';
import type { SyncState } from '../saved/sync-status.ts';

/** How Hatrack stands in this browser: all that the self-check shows, and nothing that the user or AWS has named. */
export interface SelfCheck {
  readonly versions: Versions;
  /** The console's match patterns, in the partition table's order. */
  readonly hosts: readonly Access[];
  /** What is asked for in use. */
  readonly permissions: readonly Access[];
  readonly storage: StorageCheck;
}

/** In the browser's own words. */
export interface Versions {
  readonly hatrack: string;
  readonly browser: string;
  readonly system: string;
  /** The language of the browser's interface. */
  readonly language: string;
}

export interface Access {
  readonly name: string;
  readonly isAllowed: boolean;
}

export interface StorageCheck {
  /** Bytes in use; undefined where the browser does not give the area. */
  readonly local: number | undefined;
  readonly sync: number | undefined;
  readonly isSyncOn: boolean;
  readonly syncState: SyncState;
  /** Whether an organisation sets anything. */
  readonly isManaged: boolean;
}

/** What is known of one console tab. */
export type TabCheck =
  | { readonly kind: 'diagnosis'; readonly diagnosis: Diagnosis }
  /** Hatrack does not run there. */
  | { readonly kind: 'silent' };
