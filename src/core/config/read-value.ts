import type { ProblemCode } from './problem.ts';
import type { Written } from './profile.ts';
import type { Report } from './report.ts';

/** A value by its parser; one that the parser can't read is reported and counts as not written. */
export function readValue<Value>(
  written: Written | undefined,
  parse: (text: string) => Value | undefined,
  code: ProblemCode,
  report: Report,
): Value | undefined {
  const value = written && parse(written.value);
  if (written && value === undefined) report(written.line, code, written.value);
  return value;
}
