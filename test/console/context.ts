import type { Partition } from '../../src/core/console/partition.ts';
import type { HostFacts } from './hosts.ts';
import type { Incoming } from './http.ts';
import type { BrowserState } from './sessions.ts';

/**
 * How the next multi-session switch shall fail: a status, a dropped connection, a server's page in place of JSON, or a
 * destination that is not AWS's.
 */
export type FailureKind = 401 | 403 | 404 | 410 | 429 | 500 | 503 | 'drop' | 'page' | 'foreign-destination';

/** What lives as long as the stand-in. */
export interface Shared {
  readonly browsers: Map<string, BrowserState>;
  readonly pageScripts: Map<string, string>;
  readonly nextFailures: FailureKind[];
}

/** One request with what the stand-in knows about who asks. */
export interface Context {
  readonly incoming: Incoming;
  readonly host: HostFacts;
  readonly partition: Partition;
  readonly browser: BrowserState | undefined;
  readonly shared: Shared;
}
