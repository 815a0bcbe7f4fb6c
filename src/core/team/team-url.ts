export type TeamUrlProblem = 'teamUrlNotHttps' | 'teamUrlWithPassword' | 'teamUrlTooLong';

const URL_LIMIT = 2048;

/** The address of a team configuration as it is fetched, without a fragment; or the sentence that says what is wrong. */
export function parseTeamUrl(
  input: unknown,
): { readonly url: string; readonly problem?: never } | { readonly url?: never; readonly problem: TeamUrlProblem } {
  const typed = typeof input === 'string' ? input.trim() : '';
  if (typed.length > URL_LIMIT) return { problem: 'teamUrlTooLong' };
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url?.protocol !== 'https:' || url.hostname === '') return { problem: 'teamUrlNotHttps' };
  if (url.username !== '' || url.password !== '') return { problem: 'teamUrlWithPassword' };
  url.hash = '';
  return { url: url.href };
}
