import type { Partition } from '../../src/core/console/partition.ts';
import { consoleHost, factsOfHost, regionalSignInHost, regionExists } from './hosts.ts';
import type { Incoming } from './http.ts';
import type { Identity } from './identities.ts';
import type { BrowserState, Session } from './sessions.ts';
import type { View } from './sign-in-options.ts';
import { type AccountColour, findAccount } from './world.ts';

/** Everything that the parts of one console page need to know. */
export interface PageFacts {
  readonly partition: Partition;
  readonly browser: BrowserState;
  readonly session: Session;
  readonly view: View;
  readonly host: string;
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  /** The region that the page shows: `region=` in its address, else its host's, else the partition's first. */
  readonly region: string;
  /** The region that the page runs in. */
  readonly hostRegion: string;
  readonly regionalSignInHost: string;
  /** The sign-in host that this page's own forms use. */
  readonly signInHost: string;
  /** The sign-in hosts that this page's policy allows: the global one and the one of the page's region (§1). */
  readonly signInHosts: readonly string[];
  readonly account: AccountFacts;
  readonly originAccount: AccountFacts;
  readonly switched: boolean;
  readonly theme: 'light' | 'dark';
}

export interface AccountFacts {
  readonly id: string;
  /** `1111-1111-1111` */
  readonly dashed: string;
  /** Empty when there is none or the view hides it. */
  readonly alias: string;
  /** The alias when set, else the dashed id (contract §3.2). */
  readonly text: string;
  readonly colour: AccountColour;
}

export function pageFacts(
  incoming: Incoming,
  partition: Partition,
  browser: BrowserState,
  session: Session,
  theme: 'light' | 'dark',
): PageFacts {
  const hostRegion = factsOfHost(incoming.host)?.region ?? partition.defaultRegion;
  const asked = incoming.url.searchParams.get('region') ?? '';
  const region = regionExists(partition, asked) ? asked : hostRegion;
  // The page's own region, not the shown one: only its sign-in host is in the page's policy (§1).
  const regional = regionalSignInHost(partition, hostRegion);
  const { view } = browser;
  const isRegionalOnly = partition.defaultSignInHost !== partition.signInHost;
  return {
    partition,
    browser,
    session,
    view,
    host: incoming.host,
    url: incoming.url,
    cookies: incoming.cookies,
    region,
    hostRegion,
    regionalSignInHost: regional,
    signInHost: view.signInEndpoint === 'regional' ? regional : partition.defaultSignInHost,
    signInHosts: isRegionalOnly ? [regional] : [partition.signInHost, regional],
    account: accountFacts(session.identity, view),
    originAccount: accountFacts(session.origin, view),
    switched: session.look !== undefined,
    theme,
  };
}

export function accountFacts(identity: Identity, view: View): AccountFacts {
  const found = findAccount(identity.partition, identity.account);
  const alias = view.alias ? (found?.alias ?? '') : '';
  const dashed = dashedId(identity.account);
  return { id: identity.account, dashed, alias, text: alias || dashed, colour: found?.colour ?? 'default' };
}

export function dashedId(id: string): string {
  return id.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3');
}

/** The address of a console page of this session in a region. */
export function pageIn(facts: PageFacts, region: string, path: string): string {
  return `https://${consoleHost(facts.partition, region, facts.session.differentiator)}${path}?region=${region}`;
}
