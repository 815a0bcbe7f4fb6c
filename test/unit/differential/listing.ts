import { ConfigLoader, ConfigParser, IniParser, ProfileSet } from 'aesr-config';
import type { AccountRef, Config } from '../../../src/core/config/config.ts';

/** A role as both readers can tell it; a value that says nothing is undefined. */
export interface ListedRole {
  /** 1-based line of its section's header. */
  readonly line: number;
  readonly name: string;
  readonly account: string | undefined;
  readonly roleName: string | undefined;
  readonly color: string | undefined;
  readonly region: string | undefined;
  readonly image: string | undefined;
  /** Names of the bases under which it is offered; empty when it is offered everywhere. */
  readonly bases: string;
}

export interface ListedBase {
  readonly line: number;
  readonly name: string;
  readonly account: string | undefined;
  readonly alias: string | undefined;
  readonly loginRole: string | undefined;
}

/** What a text says, in the form in which AESR and Hatrack are compared. Both lists are in the text's order. */
export interface Listing {
  readonly roles: readonly ListedRole[];
  readonly bases: readonly ListedBase[];
}

/** A base that a role names and that isn't there is marked: AESR rejects a text with such a one. */
export function listHatrack({ roles, bases }: Config): Listing {
  const known = new Set(bases.map(({ profile }) => profile));
  const marked = (name: string) => (known.has(name) ? name : `${name} (missing)`);
  return {
    roles: roles.map(({ line, profile: name, account, roleName, color, region, image, bases: names }) => {
      return { line, name, account: shown(account), roleName, color, region, image, bases: names.map(marked).join() };
    }),
    bases: bases.map(({ line, profile, account, alias, loginRole }) => {
      return { line, name: profile, account: account && shown(account), alias, loginRole };
    }),
  };
}

function shown(account: AccountRef): string {
  return account.kind === 'id' ? account.id : account.alias;
}

type Params = Readonly<Partial<Record<string, string>>>;

/** No key of a text can be called this: keys are trimmed. */
const LINE = ' line';

/**
 * What AESR makes of a text, or undefined where it rejects it. The library knows neither lines nor the extension's own
 * rules, so each section is given its line to carry, and `target_role_name` and `target_region` are filled in as the
 * extension does when it lists a base's targets. A base by itself is not listed by AESR, even with a `role_name`.
 */
export function listAesr(text: string): Listing | undefined {
  try {
    ConfigParser.parseIni(text);
  } catch {
    return undefined;
  }
  const sections = new IniParser().parse(text);
  for (const section of sections) section.params[LINE] = String(section.startLine);
  const { singles, complexes } = new ProfileSet(new ConfigLoader().load(sections));
  const roles = [
    ...singles.map((single) => listRole({ ...single })),
    ...complexes.flatMap(({ targets, ...base }) => targets.map((target) => listRole({ ...target }, { ...base }))),
  ];
  const bases = complexes.map(({ targets: _, ...base }) => listBase({ ...base }));
  return { roles: roles.sort((a, b) => a.line - b.line), bases: bases.sort((a, b) => a.line - b.line) };
}

function listRole(params: Params, base: Params = {}): ListedRole {
  return {
    line: Number(params[LINE]),
    name: params.name ?? '',
    account: params.aws_account_id,
    roleName: params.role_name ?? base.target_role_name,
    color: sixDigits(params.color),
    region: params.region ?? base.target_region,
    image: params.image,
    bases: base.name ?? '',
  };
}

function listBase(params: Params): ListedBase {
  return {
    line: Number(params[LINE]),
    name: params.name ?? '',
    account: params.aws_account_id,
    alias: params.aws_account_alias,
    loginRole: params.role_name,
  };
}

/** AESR puts a `#` before a colour and leaves the rest to CSS, for which `F80` and `ff8800` are the same. */
function sixDigits(color: string | undefined): string | undefined {
  if (color === undefined || !/^(?:[\da-f]{3}|[\da-f]{6})$/i.test(color)) return color;
  const digits = color.toLowerCase();
  return digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
}
