import { readConfigText } from './config-text.ts';
import type { Fix } from './fix.ts';
import { type Layer, PERSONAL } from './layer.ts';
import { type Problem, severityOf } from './problem.ts';
import { proposeFixes } from './propose-fixes.ts';
import { readLayers } from './read-layers.ts';
import { applyEdits } from './text-edit.ts';

export { FIX_SENTENCE, type Fix, type FixKey } from './fix.ts';

/**
 * What can be done about a problem of this text, the best first. Each way makes that problem go away and brings no
 * error with it, except what closing a header lets be read for the first time; both are tried out here, which takes a
 * reading of the text each: ask for the problems that are shown.
 *
 * A problem that this text doesn't have has no fixes.
 *
 * @param text the user's own
 * @param others the layers before it, which nothing changes
 */
export function fixesFor(problem: Problem, text: string, others: readonly Layer[] = []): readonly Fix[] {
  const config = readConfigText(text);
  const names = others.flatMap((layer) => readConfigText(layer.text).profiles.map(({ name }) => name));
  const fixes = proposeFixes(problem, config, new Set(names)).filter(({ edits }) => edits.length > 0);
  if (fixes.length === 0) return [];
  const problemsOf = (own: string) => readLayers([...others, { origin: PERSONAL, text: own }]).problems;
  const before = problemsOf(text);
  const isThere = before.some(({ line, code }) => line === problem.line && code === problem.code);
  return isThere ? fixes.filter((fix) => mends(fix, problem, before, problemsOf(applyEdits(text, fix.edits)))) : [];
}

/** Whether the problem goes and no error comes. Lines move, so problems are known by what they say. */
function mends({ title }: Fix, problem: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const count = (problems: readonly Problem[]) => problems.filter(({ code }) => code === problem.code).length;
  if (count(after) >= count(before)) return false;
  if (title.key === 'close-section') return true;
  const errors = new Map<string, number>();
  const nameOf = ({ code, values }: Problem) => [code, ...values].join('\n');
  const add = (each: Problem, one: number) => errors.set(nameOf(each), (errors.get(nameOf(each)) ?? 0) + one);
  for (const each of before) if (severityOf(each) === 'error') add(each, 1);
  for (const each of after) if (severityOf(each) === 'error') add(each, -1);
  return [...errors.values()].every((left) => left >= 0);
}
