/** Why an update brought nothing. What fills $1 of the sentence stands beside each. */
export const TEAM_FAILURE_SENTENCE = {
  permission: 'teamFailure_permission',
  network: 'teamFailure_network',
  timeout: 'teamFailure_timeout',
  redirect: 'teamFailure_redirect',
  'redirect-with-header': 'teamFailure_redirectWithHeader',
  'not-allowed': 'teamFailure_notAllowed', // status
  missing: 'teamFailure_missing', // status
  busy: 'teamFailure_busy', // status
  server: 'teamFailure_server', // status
  status: 'teamFailure_status', // status
  'too-large': 'teamFailure_tooLarge',
  html: 'teamFailure_html',
  'wrong-type': 'teamFailure_wrongType', // content type
  'not-text': 'teamFailure_notText',
  pin: 'teamFailure_pin',
  storage: 'teamFailure_storage',
} as const satisfies Record<string, string>;

export type TeamFailureCode = keyof typeof TEAM_FAILURE_SENTENCE;

export interface TeamFailure {
  readonly code: TeamFailureCode;
  /** What fills $1 of the sentence; '' where it has none. */
  readonly detail: string;
}

const DETAIL_LIMIT = 100;

export function teamFailure(code: TeamFailureCode, detail: string | number = ''): TeamFailure {
  return { code, detail: String(detail).slice(0, DETAIL_LIMIT) };
}

/** Takes what storage holds; undefined where it is no failure. */
export function parseTeamFailure(data: unknown): TeamFailure | undefined {
  const { code, detail } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !Object.hasOwn(TEAM_FAILURE_SENTENCE, code)) return undefined;
  return teamFailure(code as TeamFailureCode, typeof detail === 'string' ? detail : '');
}
