import { CONSOLE_SERVICES } from './console-services.ts';
import { isRegion } from './partition.ts';

/**
 * What is left of a console's page in another account: its service, and the list that it is of or belongs to. Everything
 * that may name something of the account is gone: ids, ARNs, names, filters, tabs.
 *
 * Consoles know no common grammar, so what is kept is what is known to name nothing: the service, the words that lead to
 * its pages, and the first plural behind them, which is a list (`buckets`, `#/functions`, `#Instances:`). What comes
 * after a list is a name, even where it looks like another list.
 */
export function servicePage(page: URL): URL {
  const { path, isWhole } = keptPath(page.pathname);
  // A fragment belongs to the page; to its list or home it says nothing.
  const hash = isWhole ? keptHash(page.hash, path) : '';
  const kept = NAMES_SOMETHING.test(path + hash) ? HOME : path + hash;
  const url = new URL(kept, page.origin);
  url.search = keptQuery(page.searchParams);
  return url;
}

const HOME = 'console/home';
/** Account numbers, ARNs, ids such as `i-0abc…` and UUIDs, which no word above should have let through. */
const NAMES_SOMETHING = /\d{12}|arn:|-[0-9a-f]{8}/i;
const SERVICE = /^[a-z][a-z\d-]{1,30}$/;
/** Words of paths that lead on to pages, and are none by themselves. */
const STEPS: ReadonlySet<string> = new Set([
  'main',
  'idp',
  'webapp',
  'identity',
  'autoscaling',
  'fmsv2',
  'codeartifact',
  'codebuild',
  'codecommit',
  'codedeploy',
  'codepipeline',
  'private-registry',
  'public-registry',
]);
/** Words of paths that are pages and lead on to others as well (`/organizations/v2/home/accounts`). */
const PAGES: ReadonlySet<string> = new Set(['home', 'homev2', 'settings', 'appconfig']);
/** Systems Manager's tools: pages like lists, with something of the account behind them. */
const TOOLS: ReadonlySet<string> = new Set([
  'automation',
  'change-manager',
  'compliance',
  'distributor',
  'explorer',
  'fleet-manager',
  'inventory',
  'patch-manager',
  'run-command',
  'session-manager',
  'state-manager',
]);
const VERSION = /^v\d$/;

/** The path without a leading slash, and whether nothing of it is gone. */
function keptPath(pathname: string): { readonly path: string; readonly isWhole: boolean } {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const [service = ''] = segments;
  if (!SERVICE.test(service)) return { path: HOME, isWhole: false };
  const kept = [service];
  let page: string | undefined;
  for (const segment of segments.slice(1)) {
    const leadsOn = PAGES.has(segment) || STEPS.has(segment) || VERSION.test(segment);
    const isLast = !leadsOn && (TOOLS.has(segment) || isListName(segment));
    if (!leadsOn && !isLast) break;
    kept.push(segment);
    if (isLast || PAGES.has(segment)) page = kept.join('/');
    if (isLast) break;
  }
  const path = page ?? homeOf(kept.join('/'));
  return { path, isWhole: path === segments.join('/') };
}

/** Where a service begins whose page is none of those known here: most consoles have their `home` there. */
function homeOf(path: string): string {
  const known = CONSOLE_SERVICES.find((service) => /^(.+)\/[^/#]+$/.exec(service.path)?.[1] === path);
  return known?.path ?? `${path}/home`;
}

/** Words of fragments that lead on to lists, beside the service's own name (`#/kms/keys`, `#/v2/data-catalog/tables`). */
const HASH_STEPS: ReadonlySet<string> = new Set(['data-catalog', 'etl-configuration', 'opensearch']);
/** Lists that stand one word further in their service's fragments. */
const LISTED_BELOW: ReadonlySet<string> = new Set([
  'acm#certificates',
  'kinesis#streams',
  'mediaconvert#jobs',
  'mediaconvert#presets',
  'mediaconvert#queues',
  'mediaconvert#templates',
]);
/** CloudWatch's logs alone have their pages behind a colon (`#logsV2:log-groups`); elsewhere a filter or a name is there. */
const PAGED_LIST = 'logsV2';
const LOG_PAGES: ReadonlySet<string> = new Set(['log-groups', 'log-anomalies', 'logs-insights']);

/** The list in a fragment: `#Instances:`, `#/functions`, `#!/accounts`, `#tables`; nothing where there is none. */
function keptHash(hash: string, path: string): string {
  const [service = ''] = path.split('/');
  const [, lead = '', body = ''] = /^#(!?\/?)(.*)$/s.exec(hash) ?? [];
  const kept: string[] = [];
  for (const part of body.split('/')) {
    const [word = ''] = /^[\w-]*/.exec(part) ?? [];
    const rest = part.slice(word.length);
    const isStep = rest === '' && (word === service || HASH_STEPS.has(word) || VERSION.test(word));
    if (isStep) {
      kept.push(word);
      continue;
    }
    if (!isListName(word) || !/^(?:[:?;$]|$)/.test(rest)) return '';
    kept.push(word);
    if (LISTED_BELOW.has(`${service}#${word}`)) kept.push('list');
    const colon = rest.startsWith(':') ? `:${word === PAGED_LIST ? pageBehindColon(rest) : ''}` : '';
    return `#${lead}${kept.join('/')}${colon}`;
  }
  return '';
}

function pageBehindColon(rest: string): string {
  const [, word = ''] = /^:([\w-]*)/.exec(rest) ?? [];
  return LOG_PAGES.has(word) ? word : '';
}

/** A plural, in any of the consoles' spellings; `alarmsV2` and `snapshots-list` are such as well. */
const PLURAL = /^[a-z]+(?:[-_][a-z]+)*s(?:V\d)?$|^[a-z]+(?:-[a-z]+)*-list$/i;
/** No plurals, or those that show one thing (`InstanceDetails`) or what was done with one. */
const OF_ONE = /(?:bus|details|executions)$/i;
/** Forms for one thing: `ModifyInboundSecurityGroupRules`. */
const VERB =
  /^(?:(?:Add|Copy|Create|Delete|Edit|List|Manage|Modify)(?=[A-Z])|(?:add|copy|create|delete|edit|manage|modify)-)/;
/** No word of a console is this long; generated ids without a digit are. */
const TOO_LONG = /[a-z]{21}|^.{41}/;

function isListName(word: string): boolean {
  return !TOO_LONG.test(word) && PLURAL.test(word) && !OF_ONE.test(word) && !VERB.test(word);
}

/** The region that the page shows; global services say `global`. */
function keptQuery(query: URLSearchParams): string {
  const region = query.get('region') ?? '';
  return isRegion(region) || region === 'global' ? `?region=${region}` : '';
}
