import { parseSha256 } from './parse-team.ts';
import { type HeaderProblem, parseRequestHeader } from './request-header.ts';
import { newSource, sourceId, type TeamSource, type UpdateMode, USER_SOURCES_LIMIT } from './team-source.ts';
import { parseTeamUrl, type TeamUrlProblem } from './team-url.ts';

/** What the form for a new address holds, as it was typed. */
export interface TeamFields {
  readonly url: string;
  readonly headerName: string;
  readonly headerValue: string;
  readonly sha256: string;
  readonly update: UpdateMode;
}

export type TeamFieldProblem = TeamUrlProblem | HeaderProblem | 'teamBadPin' | 'teamUrlKnown' | 'teamTooMany';

type Read =
  | { readonly source: TeamSource; readonly url: string; readonly problem?: never }
  | { readonly problem: TeamFieldProblem };

/** The new source, or the sentence that says what is wrong ($1 = how many sources there may be). */
export function readTeamFields(fields: TeamFields, known: readonly TeamSource[]): Read {
  const { url, problem: urlProblem } = parseTeamUrl(fields.url);
  if (url === undefined) return { problem: urlProblem };
  const { header, problem: headerProblem } = parseRequestHeader(fields.headerName, fields.headerValue);
  if (headerProblem) return { problem: headerProblem };
  const sha256 = parseSha256(fields.sha256);
  if (sha256 === undefined && fields.sha256.trim() !== '') return { problem: 'teamBadPin' };
  const source = newSource({ kind: 'url', url }, { header, sha256, update: fields.update });
  if (known.some((other) => sourceId(other) === sourceId(source))) return { problem: 'teamUrlKnown' };
  const isFull = known.filter(({ addedBy }) => addedBy === 'user').length >= USER_SOURCES_LIMIT;
  return isFull ? { problem: 'teamTooMany' } : { source, url };
}
