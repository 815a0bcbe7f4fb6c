import type { ListedBase, ListedRole, Listing } from './listing.ts';
import { type SourceSection, sectionsOf, writtenValue } from './source.ts';

type RoleField = Exclude<keyof ListedRole, 'line'>;
type BaseField = Exclude<keyof ListedBase, 'line'>;

/** One thing that AESR and Hatrack say differently about one section. */
export interface Mismatch {
  readonly of: 'role' | 'base';
  /** `missing`: only AESR has it; `extra`: only Hatrack has it. */
  readonly field: RoleField | BaseField | 'missing' | 'extra';
  readonly aesr: string | undefined;
  readonly hatrack: string | undefined;
  /** The section that it is about, and the base that AESR puts it under. */
  readonly section: SourceSection | undefined;
  readonly base: SourceSection | undefined;
  readonly text: string;
  readonly sections: readonly SourceSection[];
}

const ROLE_FIELDS = ['name', 'account', 'roleName', 'color', 'region', 'image', 'bases'] as const;
const BASE_FIELDS = ['name', 'account', 'alias', 'loginRole'] as const;

/** Everything that the two listings of a text say differently. */
export function compare(text: string, aesr: Listing, hatrack: Listing): Mismatch[] {
  const sections = sectionsOf(text);
  const about = (line: number, baseName: string) => ({
    section: sections.find((section) => section.line === line),
    base: sections.find(({ name }) => name === baseName),
    text,
    sections,
  });
  const found: Mismatch[] = [];
  for (const [role, other] of pairs(aesr.roles, hatrack.roles)) {
    const where = { of: 'role', ...about((role ?? other)?.line ?? 0, role?.bases ?? '') } as const;
    if (role && other)
      found.push(...fieldMismatches(ROLE_FIELDS, role, other).map((field) => ({ ...where, ...field })));
    else found.push({ ...where, ...presence(role?.name, other?.name) });
  }
  for (const [base, other] of pairs(aesr.bases, hatrack.bases)) {
    const where = { of: 'base', ...about((base ?? other)?.line ?? 0, '') } as const;
    if (base && other)
      found.push(...fieldMismatches(BASE_FIELDS, base, other).map((field) => ({ ...where, ...field })));
    else found.push({ ...where, ...presence(base?.name, other?.name) });
  }
  return found;
}

/** Both lists side by side, by their sections' lines; of several on one line the second is nobody's pair. */
function pairs<Item extends { readonly line: number }>(
  ours: readonly Item[],
  theirs: readonly Item[],
): [Item | undefined, Item | undefined][] {
  const byLine = new Map(theirs.map((item) => [item.line, item]));
  const paired = ours.map((item): [Item, Item | undefined] => [item, byLine.get(item.line)]);
  const used = new Set(paired.map(([, item]) => item));
  return [...paired, ...theirs.filter((item) => !used.has(item)).map((item): [undefined, Item] => [undefined, item])];
}

function fieldMismatches<Field extends string>(
  fields: readonly Field[],
  aesr: Readonly<Record<Field, string | undefined>>,
  hatrack: Readonly<Record<Field, string | undefined>>,
) {
  return fields
    .filter((field) => aesr[field] !== hatrack[field])
    .map((field) => ({ field, aesr: aesr[field], hatrack: hatrack[field] }));
}

function presence(aesr: string | undefined, hatrack: string | undefined) {
  return { field: hatrack === undefined ? 'missing' : 'extra', aesr, hatrack } as const;
}

/** What is written for the things that a mismatch is about, comments and all: in its section, or in its base's. */
export function writtenFor({ field, section, base }: Mismatch): string[] {
  const own = KEYS[field].map((key) => writtenValue(section, key));
  const defaults = DEFAULTS[field] ?? [];
  return [...own, ...defaults.map((key) => writtenValue(base, key))].filter((value) => value !== undefined);
}

const IDENTITY = ['role_arn', 'aws_account_id', 'role_name'];
const KEYS: Readonly<Record<Mismatch['field'], readonly string[]>> = {
  name: [],
  account: ['role_arn', 'aws_account_id'],
  roleName: ['role_arn', 'role_name'],
  color: ['color'],
  region: ['region'],
  image: ['image'],
  bases: ['source_profile'],
  alias: ['aws_account_alias'],
  loginRole: ['role_arn', 'role_name'],
  missing: IDENTITY,
  extra: IDENTITY,
};
const DEFAULTS: Readonly<Partial<Record<Mismatch['field'], readonly string[]>>> = {
  roleName: ['target_role_name'],
  region: ['target_region'],
  missing: ['target_role_name'],
};
