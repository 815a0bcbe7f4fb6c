import type { Config, UnreadSection } from './config.ts';
import type { LayerReading } from './layer-reading.ts';
import { severityOf } from './problem.ts';

/**
 * The sections of the user's own text that were meant for something and came to nothing, each with the first error in
 * it. A base whose account could not be read is one of them: nothing but the mistake tells whose roles it has.
 */
export function unreadSections(
  readings: readonly LayerReading[],
  { roles, bases, portalRoles, problems }: Pick<Config, 'roles' | 'bases' | 'portalRoles' | 'problems'>,
): readonly UnreadSection[] {
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  const profiles = readings.find(({ origin }) => origin.kind === 'personal')?.written ?? [];
  if (errors.length === 0 || profiles.length === 0) return [];
  const used = new Set<number>();
  const knownBases = bases.filter(({ account }) => account !== undefined);
  for (const { origin, line } of [...roles, ...portalRoles, ...knownBases])
    if (origin.kind === 'personal') used.add(line);
  const headers = profiles
    .flatMap(({ name, line, headers }) => headers.map((header) => ({ name, line, header })))
    .sort((a, b) => a.header - b.header);
  const unread = new Map<number, UnreadSection>();
  let next = 0;
  for (const problem of errors) {
    while ((headers[next]?.header ?? Number.POSITIVE_INFINITY) <= problem.line) next++;
    const section = headers[next - 1];
    if (!section || used.has(section.line) || unread.has(section.line)) continue;
    unread.set(section.line, { name: section.name, line: section.line, problem });
  }
  return [...unread.values()];
}
