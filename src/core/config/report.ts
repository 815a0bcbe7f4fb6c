import type { Problem, ProblemCode } from './problem.ts';

/** Notes a problem beside whatever is being read; reading goes on. */
export type Report = (line: number, code: ProblemCode, ...values: string[]) => void;

/** A list of problems and the function that adds to it. */
export function collectProblems(): { readonly problems: Problem[]; readonly report: Report } {
  const problems: Problem[] = [];
  return { problems, report: (line, code, ...values) => void problems.push({ line, code, values }) };
}
