/**
 * Everything that can be wrong, doubtful or worth knowing about a line of the configuration text.
 *
 * A problem never takes anything else down with it: the good part of the text is always returned beside the problems.
 * Sentences live in `_locales` under `problem_<code>`; `values` fill their $1, $2, … in order.
 * What they are stands beside each code. Never the text of a line: it may be a secret.
 */
export const PROBLEM_SEVERITY = {
  // The line, or the section that it opens, can't be used.
  'unclosed-section': 'error',
  'empty-section-name': 'error',
  'text-without-key': 'error',
  'key-outside-section': 'error', // key
  'bad-role-arn': 'error', // value
  'bad-account': 'error', // value
  'bad-role-name': 'error', // value
  'role-name-too-long': 'error', // path and name, their length
  'role-without-account': 'error', // profile
  'role-without-name': 'error', // profile
  'source-profile-loop': 'error', // base
  'name-taken': 'error', // section, `originValues` of the layer that has it
  // It can be used, but probably not as it was meant.
  'text-after-section': 'warning', // section
  'duplicate-key': 'warning', // key, line of the one before
  'not-overridable': 'warning', // key, `originValues` of the layer whose it is
  'duplicate-section': 'warning', // section, line of the first
  'unknown-key': 'warning', // key, nearest known key (left out where none is near)
  'bad-color': 'warning', // value
  'faint-color': 'warning', // value
  'similar-color': 'warning', // profile of production, the other profile
  'bad-region': 'warning', // value
  'bad-image': 'warning', // value
  'bad-boolean': 'warning', // value, key
  'bad-choice': 'warning', // value, key, the values that it takes
  'bad-start-url': 'warning', // value
  'start-url-elsewhere': 'warning', // value, the role's partition
  'bad-portal-url': 'warning', // value
  'role-arn-and-parts-differ': 'warning', // key, what the ARN says
  'external-id': 'warning', // profile
  'unknown-source-profile': 'warning', // base
  'unknown-sso-session': 'warning', // session
  'partition-without-console': 'warning', // partition
  secret: 'warning', // key
  // Nothing is wrong, but the user may wonder.
  'mfa-needed': 'info', // profile
  'base-without-account': 'info', // base
  'section-without-role': 'info', // section
  'unknown-environment': 'info', // value
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
