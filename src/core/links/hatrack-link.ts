import { parseAccount } from '../config/account.ts';
import { parseConsolePage } from '../console/page-url.ts';
import { PARTITIONS, type PartitionId, partitionOfConsoleHost } from '../console/partition.ts';
import { accountText } from '../console/switch-request.ts';
import { isLinkFragment, LINK_MARK } from './link-mark.ts';

/** What a Hatrack link asks for. */
export interface HatrackLink {
  /** Number or alias. */
  readonly account: string;
  /** Path and name, or the permission set's name. */
  readonly roleName: string;
  /** To land on: a page of the partition's consoles, and of no session; undefined leaves it to the role and the settings. */
  readonly page: string | undefined;
}

export type LinkReading =
  | { readonly kind: 'link'; readonly link: HatrackLink; readonly partition: PartitionId }
  /** `foreign-page`: it would lead out of the partition's consoles; `broken`: what it asks for can't be read. */
  | { readonly kind: 'refused'; readonly reason: 'foreign-page' | 'broken' };

/** No page of the consoles comes near. */
const LENGTH_LIMIT = 8000;
/** Role names and paths by the IAM API, without the slash in front; permission sets have the same letters. */
const ROLE_NAME = /^(?:[\x21-\x2e\x30-\x7e]+\/)*[\w+=,.@-]{1,64}$/;
const ROLE_LIMIT = 64 + 512;
/** Opening these does something by itself. */
const ACTS = /^\/+(?:console\/logout|logout|oauth|switchrole)/i;

/** The link that asks whoever opens it, and has Hatrack, whether to take the role and to land on the page. */
export function toHatrackLink({ account, roleName, page }: HatrackLink, partition: PartitionId): string {
  const fields = [['account', account], ['role', roleName], ...(page === undefined ? [] : [['page', page]])].map(
    ([name, value = '']) => `${name}=${encodeURIComponent(value)}`,
  );
  return `https://${PARTITIONS[partition].consoleHost}/console/home${LINK_MARK}${fields.join('&')}`;
}

/**
 * Reads what a URL of a console asks for, out of a message. It may come from anywhere: what is not understood is refused
 * as a whole, and so is a page outside the consoles of the partition that the link is for, or one that would act by being
 * opened.
 */
export function readHatrackLink(text: unknown): LinkReading {
  const broken = { kind: 'refused', reason: 'broken' } as const;
  if (typeof text !== 'string' || text.length > LENGTH_LIMIT || !URL.canParse(text)) return broken;
  const url = new URL(text);
  const partition = partitionOfConsoleHost(url.hostname);
  if (!partition || !parseConsolePage(text, partition) || !isLinkFragment(url.hash)) return broken;
  const fields = new URLSearchParams(url.hash.slice(LINK_MARK.length));
  const ref = parseAccount(onlyValue(fields, 'account') ?? '');
  const roleName = onlyValue(fields, 'role') ?? '';
  if (!ref || roleName.length > ROLE_LIMIT || !ROLE_NAME.test(roleName)) return broken;
  const account = accountText(ref);
  if (!fields.has('page'))
    return { kind: 'link', link: { account, roleName, page: undefined }, partition: partition.id };
  const page = sharedPage(onlyValue(fields, 'page') ?? '', partition.id);
  if (page === undefined) return { kind: 'refused', reason: 'foreign-page' };
  return { kind: 'link', link: { account, roleName, page }, partition: partition.id };
}

/**
 * A page of the partition's consoles as one can give it to others: of no session of one's own. Undefined for any other,
 * for one that would act by being opened, and for a link: one question is enough.
 */
export function sharedPage(text: string, partition: PartitionId): string | undefined {
  const page = parseConsolePage(text, PARTITIONS[partition]);
  return page && !ACTS.test(page.pathname) && !isLinkFragment(page.hash) ? page.href : undefined;
}

/** The page to land on that a link in a message asks for; undefined where it asks for none, or is not to be followed. */
export function linkedPage(input: unknown, partition: PartitionId): string | undefined {
  const reading = readHatrackLink(input);
  return reading.kind === 'link' && reading.partition === partition ? reading.link.page : undefined;
}

/** Whoever has one of two readings of a link need not be who has the other: a field that is given twice counts as none. */
function onlyValue(fields: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = fields.getAll(name);
  return others.length === 0 ? value : undefined;
}
