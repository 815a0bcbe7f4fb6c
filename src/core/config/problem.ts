/**
 * Everything that can be wrong, doubtful or worth knowing about a line of the configuration text.
 *
 * A problem never takes anything else down with it: the good part of the text is always returned beside the problems.
 * Sentences live in `_locales` under `problem_<code>`; `values` fill their $1, $2, … in order.
 */
export const PROBLEM_SEVERITY = {
  // The line, or the section that it opens, can't be used.
  'unclosed-section': 'error',
  'empty-section-name': 'error',
  'text-without-key': 'error',
  'key-outside-section': 'error',
  'bad-role-arn': 'error',
  'bad-account': 'error',
  'bad-role-name': 'error',
  'role-name-too-long': 'error',
  'role-without-account': 'error',
  'source-profile-loop': 'error',
  // It can be used, but probably not as it was meant.
  'text-after-section': 'warning',
  'duplicate-key': 'warning',
  'duplicate-section': 'warning',
  'unknown-key': 'warning',
  'bad-color': 'warning',
  'bad-region': 'warning',
  'bad-image': 'warning',
  'bad-boolean': 'warning',
  'role-arn-and-parts-differ': 'warning',
  'external-id': 'warning',
  'unknown-source-profile': 'warning',
  'partition-without-console': 'warning',
  secret: 'warning',
  // Nothing is wrong, but the user may wonder.
  'mfa-needed': 'info',
  'base-without-account': 'info',
  'section-without-role': 'info',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning' | 'info';
export type ProblemCode = keyof typeof PROBLEM_SEVERITY;

export interface Problem {
  /** 1-based line of the text that the user sees. */
  readonly line: number;
  readonly code: ProblemCode;
  /** What fills $1, $2, … of the sentence. */
  readonly values: readonly string[];
}

export function severityOf(problem: Problem): Severity {
  return PROBLEM_SEVERITY[problem.code];
}
