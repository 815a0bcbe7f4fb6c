import { isToolKey, type KnownKey, knownKey } from './keys.ts';
import { nearestKey } from './nearest-key.ts';
import type { IniSection } from './parse-ini.ts';
import type { Report } from './report.ts';
import { sectionKind } from './section-kind.ts';

/** A value and where it stands. Never empty: a key without a value says nothing. */
export interface Written {
  readonly value: string;
  readonly line: number;
}

/** A section about roles or accounts, under its name without `profile `; sections that don't contradict are one. */
export interface Profile {
  readonly name: string;
  /** 1-based line of the first header. */
  readonly line: number;
  /** Lines of the headers of all the sections that are this one, in the text's order. */
  readonly headers: readonly number[];
  readonly values: ReadonlyMap<KnownKey, Written>;
}

interface OpenProfile extends Profile {
  readonly headers: number[];
  readonly values: Map<KnownKey, Written>;
}

/** Makes profiles of the sections, in the text's order, and reports keys that are unknown or stand twice. */
export function readProfiles(sections: readonly IniSection[], report: Report): Profile[] {
  const profiles = new ProfileList();
  for (const section of sections) {
    const kind = sectionKind(section);
    if (kind.kind === 'foreign') continue;
    for (const { line, code, values } of section.problems) report(line, code, ...values);
    if (kind.kind !== 'profile') continue;
    if (kind.name === '') {
      report(section.line, 'empty-section-name');
      continue;
    }
    const earlier = profiles.add({
      name: kind.name,
      line: section.line,
      headers: [section.line],
      values: readValues(section, report),
    });
    if (earlier) report(section.line, 'duplicate-section', kind.name, String(earlier.line));
  }
  return profiles.list;
}

/** Profiles in the order of their first headers; a section joins an earlier one of its name that it doesn't contradict. */
class ProfileList {
  readonly list: Profile[] = [];
  readonly #firsts = new Map<string, OpenProfile>();
  /** Only names that stand twice are in it. So that many sections of one name take no longer, each meets two others. */
  readonly #byTarget = new Map<string, OpenProfile>();

  /** Adds or joins it; returns the first profile of its name where it contradicts that and had to stay apart. */
  add(profile: OpenProfile): Profile | undefined {
    const first = this.#firsts.get(profile.name);
    if (!first) {
      this.#firsts.set(profile.name, profile);
      this.list.push(profile);
      return undefined;
    }
    this.#remember(first);
    const twin = [this.#byTarget.get(targetOf(profile)), first].find((other) => other && !contradict(other, profile));
    if (twin) {
      twin.headers.push(profile.line);
      for (const [key, written] of profile.values) if (!twin.values.has(key)) twin.values.set(key, written);
      this.#remember(twin);
      return undefined;
    }
    this.#remember(profile);
    this.list.push(profile);
    return first;
  }

  #remember(profile: OpenProfile): void {
    const target = targetOf(profile);
    if (!this.#byTarget.has(target)) this.#byTarget.set(target, profile);
  }
}

function readValues(section: IniSection, report: Report): Map<KnownKey, Written> {
  const values = new Map<KnownKey, Written>();
  /** Lines of the keys that have nothing in `values`; few sections have such keys. */
  let others: Map<string, number> | undefined;
  for (const entry of section.entries) {
    const { key: written, line } = entry;
    const key = knownKey(written);
    if (key === undefined && !isToolKey(written)) reportUnknown(written, line, report);
    const earlier = (key && values.get(key)?.line) ?? others?.get(key ?? written);
    if (earlier !== undefined) report(line, 'duplicate-key', written, String(earlier));
    const value = entry.value.trim();
    if (key !== undefined && value !== '') {
      // Only quotes keep blanks around a value, so nearly every entry is what is written.
      values.set(key, value === entry.value ? entry : { value, line });
    } else {
      if (key !== undefined) values.delete(key);
      others ??= new Map();
      others.set(key ?? written, line);
    }
  }
  return values;
}

function reportUnknown(key: string, line: number, report: Report): void {
  const nearest = nearestKey(key);
  report(line, 'unknown-key', key, ...(nearest === undefined ? [] : [nearest]));
}

const TARGET_KEYS = ['role_arn', 'aws_account_id', 'role_name'] as const;

/** What tells the roles of one name apart. A line break can't stand in any of the parts. */
function targetOf({ name, values }: Profile): string {
  return [name, ...TARGET_KEYS.map((key) => values.get(key)?.value ?? '')].join('\n');
}

/** Whether two sections of one name can't be one: a key says two things, or one names its role in two ways. */
function contradict(a: Profile, b: Profile): boolean {
  for (const [key, { value }] of b.values) {
    const other = a.values.get(key);
    if (other && other.value !== value) return true;
  }
  return namesTwoTargets(a, b) || namesTwoTargets(b, a);
}

function namesTwoTargets(a: Profile, b: Profile): boolean {
  const hasParts = b.values.has('aws_account_id') || b.values.has('role_name');
  return a.values.has('role_arn') && !b.values.has('role_arn') && hasParts;
}
