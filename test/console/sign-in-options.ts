import { PARTITIONS, type PartitionId } from '../../src/core/console/partition.ts';
import { consoleHost } from './hosts.ts';
import { SIGN_IN_KINDS, type SignInKind } from './identities.ts';

/** What can be left out of the page's session information, to prove each fallback. */
export const DROPPABLE = ['meta', 'account-info', 'user-info-cookie', 'mbtc'] as const;
export type Droppable = (typeof DROPPABLE)[number];

/** The choices of a sign-in that are one of a list of words. */
interface Choices {
  readonly identity: SignInKind | 'switched';
  readonly signInEndpoint: 'global' | 'regional' | 'absent' | 'empty';
  readonly header: '2025' | '2020' | 'legacy' | 'none';
  readonly colorMode: 'light' | 'dark';
  readonly csp: 'normal' | 'strict';
  readonly mbtc: 'string' | 'number' | 'boxed' | 'promise' | 'array';
  /** What stands in `awsc-session-data`: its JSON, a piece of it, or JSON whose values have other types. */
  readonly meta: 'whole' | 'malformed' | 'ill-typed';
  /** What `ConsoleNavService.AccountInfo` is: its object, no object at all, one with other types, or a failing getter. */
  readonly accountInfo: 'whole' | 'malformed' | 'ill-typed' | 'throwing';
}

/** The first word is the default. */
const CHOICES: { readonly [Name in keyof Choices]: readonly Choices[Name][] } = {
  identity: [...SIGN_IN_KINDS, 'switched'],
  signInEndpoint: ['global', 'regional', 'absent', 'empty'],
  header: ['2025', '2020', 'legacy', 'none'],
  colorMode: ['light', 'dark'],
  csp: ['normal', 'strict'],
  mbtc: ['string', 'number', 'boxed', 'promise', 'array'],
  meta: ['whole', 'malformed', 'ill-typed'],
  accountInfo: ['whole', 'malformed', 'ill-typed', 'throwing'],
};

export interface Target {
  readonly account: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly color: string;
}

/** How a browser's console looks and behaves; it stays with the browser until the next sign-in. */
export interface View extends Omit<Choices, 'identity' | 'colorMode'> {
  /** Whether accounts show their aliases. */
  readonly alias: boolean;
  /** How long after the page's start the header is made (contract §11.2). */
  readonly headerDelayMs: number;
  /** Throw the header away and rebuild it once, ~300 ms after it came. */
  readonly rerender: boolean;
  readonly drop: readonly Droppable[];
  /** How long after the page's start the token is minted: asking earlier fails (AESR #246). */
  readonly tokenDelayMs: number;
  /**
   * Whether a host with the label of a session that this browser does not have shows the session that it has. What the
   * real console does there is not known (contract §12).
   */
  readonly strangeHosts: boolean;
  /** The id of a script registered with `addPageScript`; empty for none. */
  readonly script: string;
}

export interface SignIn extends View, Choices {
  readonly partition: PartitionId;
  readonly account: string;
  /** Whether an IAM user signed in with MFA. */
  readonly mfa: boolean;
  readonly multiSession: boolean;
  /** Ends the browser's other sessions first; otherwise those of multi-session stay beside the new one. */
  readonly alone: boolean;
  /** Only for identity `switched`: the role that the session has already switched to; default the first target's. */
  readonly switchedTo: Target | undefined;
  readonly to: string;
}

/** The typed form of the sign-in URL's parameters; everything has a default. */
export type SignInOptions = { readonly [Name in keyof SignIn]?: SignIn[Name] | undefined };

/** The URL to open first: it signs the browser in and lands on a console page. */
export function signInUrl(options: SignInOptions = {}): string {
  const partition = PARTITIONS[options.partition ?? 'aws'];
  const url = new URL(`https://${partition.defaultSignInHost}/stand-in/sign-in`);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || name === 'partition') continue;
    url.searchParams.set(name, typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : `${value}`);
  }
  return url.href;
}

/** Reads the parameters of a sign-in URL; throws on a word that no option knows, so that a test's typo shows. */
export function readSignIn(partition: PartitionId, query: URLSearchParams, defaultAccount: string): SignIn {
  const facts = PARTITIONS[partition];
  const drop = (query.get('drop') ?? '').split(',').filter((name) => name !== '');
  return {
    partition,
    account: query.get('account') ?? defaultAccount,
    identity: choice(query, 'identity'),
    signInEndpoint: choice(query, 'signInEndpoint'),
    header: choice(query, 'header'),
    colorMode: choice(query, 'colorMode'),
    csp: choice(query, 'csp'),
    mbtc: choice(query, 'mbtc'),
    meta: choice(query, 'meta'),
    accountInfo: choice(query, 'accountInfo'),
    alias: flag(query, 'alias', true),
    mfa: flag(query, 'mfa', true),
    multiSession: flag(query, 'multiSession', false),
    alone: flag(query, 'alone', false),
    headerDelayMs: Number(query.get('headerDelayMs') ?? 0),
    rerender: flag(query, 'rerender', false),
    strangeHosts: flag(query, 'strangeHosts', false),
    drop: drop.map((name) => oneOf(DROPPABLE, name, 'drop')),
    tokenDelayMs: Number(query.get('tokenDelayMs') ?? 0),
    script: query.get('script') ?? '',
    switchedTo: readTarget(query.get('switchedTo')),
    to: query.get('to') ?? `https://${consoleHost(facts, facts.defaultRegion, undefined)}/console/home`,
  };
}

function choice<Name extends keyof Choices>(query: URLSearchParams, name: Name): Choices[Name] {
  const words: readonly Choices[Name][] = CHOICES[name];
  const [first] = words;
  const text = query.get(name);
  return text === null && first !== undefined ? first : oneOf(words, text ?? '', name);
}

function oneOf<Word extends string>(words: readonly Word[], text: string, name: string): Word {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new Error(`${name}: "${text}" is none of ${words.join(', ')}`);
  return word;
}

function flag(query: URLSearchParams, name: string, fallback: boolean): boolean {
  const text = query.get(name);
  return text === null ? fallback : oneOf(['true', 'false'], text, name) === 'true';
}

function readTarget(text: string | null): Target | undefined {
  if (text === null) return undefined;
  const value: unknown = JSON.parse(text);
  if (!isTarget(value)) throw new Error('switchedTo: not a target');
  return value;
}

function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return ['account', 'roleName', 'displayName', 'color'].every((name) => typeof fields[name] === 'string');
}
