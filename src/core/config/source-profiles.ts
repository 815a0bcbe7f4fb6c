import type { Profile } from './profile.ts';
import { remembering } from './remembering.ts';
import type { Report } from './report.ts';

/** The profiles of one layer, and where problems with them are noted. */
interface SourceLayer {
  readonly profiles: readonly Profile[];
  /** With those whose names are other layers': what a list of names means, the text alone must tell. */
  readonly written: readonly Profile[];
  readonly report: Report;
}

/**
 * The bases that each profile names in `source_profile`, in its order; a layer may name those of any other. A name that
 * is part of a loop is reported and left out: nobody can begin a chain that has no first link, so it can't be what says
 * where the role belongs. What a profile names never changes with layers after its own.
 */
export function readSourceProfiles(layers: readonly SourceLayer[]): ReadonlyMap<Profile, readonly string[]> {
  const names = new Set<string>();
  const sources = new Map<Profile, readonly string[]>();
  const named = new Set<string>();
  /** Those of no layer so far. */
  const missing: { readonly base: string; readonly line: number; readonly report: Report }[] = [];
  for (const { profiles, written, report } of layers) {
    for (const { name } of written) names.add(name);
    const basesOf = remembering((value) => namesIn(value, names));
    for (const profile of profiles) {
      const list = profile.values.get('source_profile');
      if (!list) continue;
      const bases = basesOf(list.value);
      sources.set(profile, bases);
      for (const base of bases) {
        named.add(base);
        if (!names.has(base)) missing.push({ base, line: list.line, report });
      }
    }
  }
  for (const { base, line, report } of missing) if (!names.has(base)) report(line, 'unknown-source-profile', base);
  leaveOutLoops(layers, sources, named);
  return sources;
}

/** Links from names that some profile names: nothing leads to most roles, so their links are no part of a loop. */
function linksBetween(sources: ReadonlyMap<Profile, readonly string[]>, named: ReadonlySet<string>): Link[] {
  const links: Link[] = [];
  for (const [{ name }, bases] of sources) {
    if (named.has(name)) for (const base of bases) links.push({ from: name, to: base });
  }
  return links;
}

/** A loop through several layers is of the last one's making: the links of the others stay. */
function leaveOutLoops(
  layers: readonly SourceLayer[],
  sources: Map<Profile, readonly string[]>,
  named: ReadonlySet<string>,
): void {
  if (linksInLoops(linksBetween(sources, named)).length === 0) return;
  const linked = new Map<Profile, readonly string[]>();
  for (const { profiles, report } of layers) {
    for (const profile of profiles) {
      const bases = sources.get(profile);
      if (bases) linked.set(profile, bases);
    }
    const looped = new Set(linksInLoops(linksBetween(linked, named)).map(({ from, to }) => `${from}\n${to}`));
    if (looped.size === 0) continue;
    for (const profile of profiles) {
      const bases = sources.get(profile) ?? [];
      const isLoop = (base: string) => looped.has(`${profile.name}\n${base}`);
      const line = profile.values.get('source_profile')?.line ?? profile.line;
      for (const base of bases.filter(isLoop)) report(line, 'source-profile-loop', base);
      const kept = bases.filter((base) => !isLoop(base));
      if (kept.length === bases.length) continue;
      sources.set(profile, kept);
      linked.set(profile, kept);
    }
  }
}

/** One name or several with commas between them; a section whose own name holds a comma can be named as well. */
function namesIn(value: string, names: ReadonlySet<string>): string[] {
  if (names.has(value)) return [value];
  // A section keeps the quotes of `["b"]`; the value has lost its own.
  const quoted = [`"${value}"`, `'${value}'`].find((name) => names.has(name));
  if (quoted !== undefined) return [quoted];
  const parts = value.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

interface Link {
  readonly from: string;
  readonly to: string;
}

/** Links that lie on a loop or between two loops: those left when loose ends are taken off, first one side's. */
function linksInLoops(links: readonly Link[]): Link[] {
  const reverse = ({ from, to }: Link) => ({ from: to, to: from });
  return withoutLooseEnds(withoutLooseEnds(links).map(reverse)).map(reverse);
}

/** Takes off every link to a name that itself links nowhere, until none is left; each link is looked at once. */
function withoutLooseEnds(links: readonly Link[]): Link[] {
  const count = new Map<string, number>();
  const into = new Map<string, Link[]>();
  for (const link of links) {
    count.set(link.from, (count.get(link.from) ?? 0) + 1);
    const others = into.get(link.to);
    if (others) others.push(link);
    else into.set(link.to, [link]);
  }
  const ends = [...into.keys()].filter((name) => !count.has(name));
  for (const end of ends) {
    for (const { from } of into.get(end) ?? []) {
      const left = (count.get(from) ?? 0) - 1;
      count.set(from, left);
      if (left === 0) ends.push(from);
    }
  }
  const loose = new Set(ends);
  return links.filter(({ to }) => !loose.has(to));
}
