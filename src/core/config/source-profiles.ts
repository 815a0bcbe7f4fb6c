import type { Profile } from './profile.ts';
import type { Report } from './report.ts';

/**
 * The bases that each profile names in `source_profile`, in its order. A name that is part of a loop is reported and
 * left out: nobody can begin a chain that has no first link, so it can't be what says where the role belongs.
 */
export function readSourceProfiles(
  profiles: readonly Profile[],
  report: Report,
): ReadonlyMap<Profile, readonly string[]> {
  const names = new Set(profiles.map(({ name }) => name));
  const sources = new Map<Profile, readonly string[]>();
  const links: Link[] = [];
  for (const profile of profiles) {
    const written = profile.values.get('source_profile');
    if (!written) continue;
    const bases = namesIn(written.value, names);
    sources.set(profile, bases);
    for (const base of bases) {
      links.push({ from: profile.name, to: base });
      if (!names.has(base)) report(written.line, 'unknown-source-profile', base);
    }
  }
  leaveOutLoops(sources, linksInLoops(links), report);
  return sources;
}

function leaveOutLoops(sources: Map<Profile, readonly string[]>, loops: readonly Link[], report: Report): void {
  if (loops.length === 0) return;
  const looped = new Set(loops.map(({ from, to }) => `${from}\n${to}`));
  for (const [profile, bases] of sources) {
    const isLoop = (base: string) => looped.has(`${profile.name}\n${base}`);
    const line = profile.values.get('source_profile')?.line ?? profile.line;
    for (const base of bases.filter(isLoop)) report(line, 'source-profile-loop', base);
    sources.set(
      profile,
      bases.filter((base) => !isLoop(base)),
    );
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
function linksInLoops(all: readonly Link[]): Link[] {
  // Nothing links to most roles, so most links are loose already.
  const targets = new Set(all.map(({ to }) => to));
  const links = all.filter(({ from }) => targets.has(from));
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
