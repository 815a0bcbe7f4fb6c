import type { Role } from '../config/config.ts';
import type { Settings } from '../settings/settings.ts';
import { type ConsoleService, serviceNamed } from './console-services.ts';
import { parseConsolePage, withRegion } from './page-url.ts';
import { isMainConsoleHost, isRegion, type Partition, regionOfConsoleHost } from './partition.ts';
import { servicePage } from './service-page.ts';

/** What a role says of where to land. */
export type LandingRole = Pick<Role, 'region' | 'startUrl'>;

/** What is asked for together with the role; it counts before the role's own page. */
export interface AskedLanding {
  /** By name, in the search. */
  readonly service?: ConsoleService | undefined;
  /** By a link, see `linkedPage`; it counts before the service. */
  readonly page?: string | undefined;
}

/** What the user says of it. */
export interface LandingOptions extends AskedLanding {
  /** The setting: it counts where neither a service nor a page is asked for. */
  readonly landing: Settings['landing'];
}

/** Where a switch begins. */
export interface LandingStart {
  readonly pageUrl: string;
  readonly partition: Partition;
  /**
   * Whether the request may lead to another console host than the page's. A form post may not: the page's `form-action`
   * applies to its redirect as well (console-contract §4, §10; AESR #201). A multi-session request may.
   */
  readonly mayLeaveHost: boolean;
}

export interface Landing {
  readonly url: string;
  /** The page that was asked for, where the request itself can't lead to it: to open once the switch has landed. */
  readonly goOnTo: string | undefined;
}

const HOME = 'console/home';

/**
 * Where to land after a switch: on the service or the role's own page (`start_url`) if one is asked for, else on what the
 * setting says, in the role's region.
 *
 * Host names are never made up, since the sign-in host refuses what is no console's (console-contract §4): a page is
 * taken from the host that one is on if that serves all of the console, and else from the partition's own.
 */
export function planLanding(role: LandingRole, options: LandingOptions, start: LandingStart): Landing {
  const { partition, mayLeaveHost } = start;
  const page = parseConsolePage(start.pageUrl, partition) ?? consoleUrl(HOME, partition.consoleHost);
  const asked = askedPage(role, options, page, start);
  if (!asked) {
    const kept = options.landing === 'same-page' ? page : servicePage(page);
    return { url: withRegion(kept, role.region).href, goOnTo: undefined };
  }
  if (mayLeaveHost || asked.hostname === page.hostname) return { url: asked.href, goOnTo: undefined };
  // In the page's own region: where the console moves to the host of another, this first step would be the last.
  return { url: servicePage(page).href, goOnTo: asked.href };
}

/**
 * Where to land without any page to begin from, as Identity Center's portal takes it for its `destination`
 * (console-contract §7); undefined where nothing is asked for, because the portal knows a page of its own then.
 */
export function landingFromOutside(role: LandingRole, asked: AskedLanding, partition: Partition): string | undefined {
  const home = consoleUrl(HOME, partition.consoleHost);
  const start: LandingStart = { pageUrl: home.href, partition, mayLeaveHost: true };
  const page = askedPage(role, { ...asked, landing: 'service' }, home, start);
  if (page) return page.href;
  return role.region === undefined ? undefined : withRegion(home, role.region).href;
}

/** The page that is asked for by the user, the role or the setting; undefined where that is the one that one is on. */
function askedPage(
  role: LandingRole,
  { service, landing, page: linked }: LandingOptions,
  page: URL,
  start: LandingStart,
): URL | undefined {
  if (linked !== undefined) return startPage({ region: undefined, startUrl: linked }, page, start);
  if (service) return pageBelow(service.path, role.region, page, start);
  return startPage(role, page, start) ?? (landing === 'home' ? pageBelow(HOME, role.region, page, start) : undefined);
}

/** The role's own page, unless it is one of another partition. */
function startPage({ startUrl, region }: LandingRole, page: URL, start: LandingStart): URL | undefined {
  if (startUrl === undefined) return undefined;
  if (!startUrl.startsWith('https:')) {
    return pageBelow(serviceNamed(startUrl.toLowerCase())?.path ?? startUrl, region, page, start);
  }
  const { partition, mayLeaveHost } = start;
  const url = parseConsolePage(startUrl, partition);
  if (!url) return undefined;
  const landing = url.searchParams.has('region')
    ? url
    : withRegion(url, regionOfConsoleHost(url.hostname, partition) ?? region);
  const isServedHere = isMainConsoleHost(url.hostname, partition) && isMainConsoleHost(page.hostname, partition);
  if (!mayLeaveHost && isServedHere) landing.hostname = page.hostname;
  return landing;
}

/** A page by its path, in the region that it names itself, else in the role's, else in the one that is shown now. */
function pageBelow(path: string, region: string | undefined, page: URL, { partition }: LandingStart): URL {
  const url = consoleUrl(path, isMainConsoleHost(page.hostname, partition) ? page.hostname : partition.consoleHost);
  if (url.searchParams.has('region')) return url;
  const shown = page.searchParams.get('region') ?? '';
  return withRegion(url, region ?? (isRegion(shown) ? shown : undefined));
}

function consoleUrl(path: string, host: string): URL {
  return new URL(`https://${host}/${path}`);
}
