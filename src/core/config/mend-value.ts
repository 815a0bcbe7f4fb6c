import { isRegion } from '../console/partition.ts';
import { REGIONS } from '../console/regions.ts';
import { parseAccount } from './account.ts';
import { parseColor } from './color.ts';
import { CSS_COLORS } from './css-colors.ts';
import { typos } from './nearest-key.ts';
import { parseRoleArn, parseRoleName } from './role-arn.ts';
import { parseStartUrl } from './start-url.ts';

/** Colons doubled, missing or too many, an account with dashes, a session's ARN: what people paste for a role's ARN. */
const NEARLY_ARN = /^(?:arn:)?(aws[a-z-]*):+(?:iam|sts):*([\d\s-]+):+(?:role|assumed-role)[:/]+(.*)$/is;

/** The ARN of the role that was meant, or undefined; so with the others here, each for its kind of value. */
export function mendRoleArn(text: string): string | undefined {
  const [, partition = '', account = '', name = ''] = NEARLY_ARN.exec(text.replace(/\s*([:/])\s*/g, '$1')) ?? [];
  // An assumed role's ARN ends with the name of somebody's session.
  const role = /assumed-role/i.test(text) ? name.replace(/\/[^/]*$/, '') : name;
  const mended = `arn:${partition.toLowerCase()}:iam::${account.replace(/\D/g, '')}:role/${mendRoleName(role) ?? role}`;
  return parseRoleArn(mended) && mended;
}

/** Twelve digits that were written in groups, or that stand in an ARN. Never makes up a digit that is missing. */
export function mendAccount(text: string): string | undefined {
  const inArn = /^arn:aws[a-z-]*:[a-z]+:[a-z\d-]*:(\d{12}):/.exec(text)?.[1];
  const digits = inArn ?? (/^[\d\s._/-]+$/.test(text) ? text.replace(/\D/g, '') : '');
  return parseAccount(digits)?.kind === 'id' ? digits : undefined;
}

export function mendRoleName(text: string): string | undefined {
  const name = text
    .replace(/^arn:aws[a-z-]*:iam::\d{12}:/, '')
    .replace(/^role(?=\/)/, '')
    .replace(/\s*\/[\s/]*/g, '/')
    .replace(/^\/|\/$/g, '')
    .trim();
  return parseRoleName(name);
}

/** `rgb(255 0 0)`, `0xff8800`, `ff 88 00`, `light-blue`, `purpel`. */
export function mendColor(text: string): string | undefined {
  const [, ...rgb] = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})[^)]*\)$/i.exec(text) ?? [];
  const hex = rgb.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('');
  const plain = text.replace(/^0x|[\s#_-]/gi, '').toLowerCase();
  const name = nearest(plain, [...CSS_COLORS.keys()]);
  return [hex, plain, name].find((color) => color !== undefined && color !== '' && parseColor(color));
}

/** `us_east-1`, `useast1`, an availability zone, a typing error, or the place (`Tokyo`). */
export function mendRegion(text: string): string | undefined {
  const lower = text.toLowerCase();
  const known = Object.values(REGIONS).flat();
  const place = known.find((region) => region.place.toLowerCase() === lower)?.code;
  const zone = lower.replace(/(\d)[a-z]$/, '$1');
  const bare = (code: string) => code.replace(/[\s_-]/g, '');
  const spelled = known.find(({ code }) => bare(code) === bare(zone))?.code;
  const near = nearest(
    zone,
    known.map(({ code }) => code),
  );
  return place ?? (isRegion(zone) ? zone : (spelled ?? near));
}

/** A page of the console whose address lacks its beginning or says `http:`. */
export function mendStartUrl(text: string): string | undefined {
  const candidates = [mendUrl(text) ?? '', text.replace(/^\/+/, '')];
  return candidates.find((candidate) => parseStartUrl(candidate) !== undefined);
}

/** An https: URL of what says `http:` or nothing in front of its host. */
export function mendUrl(text: string): string | undefined {
  const url = text.replace(/^(?:http:)?\/\//i, 'https://');
  const mended = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/:?#]|$)/i.test(url) ? `https://${url}` : url;
  return /^https:\/\//i.test(mended) && mended !== text && URL.canParse(mended) ? mended : undefined;
}

/** The candidate that was probably meant: the same in another case, else one or two typing errors away. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = isSwapped(lower, other) ? 1 : typos(lower, other);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Whether one is the other with two neighbours in the wrong order, the commonest typing error. */
function isSwapped(a: string, b: string): boolean {
  const at = a.split('').findIndex((letter, index) => letter !== b[index]);
  return a.length === b.length && at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
