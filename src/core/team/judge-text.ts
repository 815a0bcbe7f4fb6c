import { readConfig } from '../config/read-config.ts';
import { removeSecrets } from '../config/secrets.ts';
import { type TeamFailure, teamFailure } from './team-failure.ts';
import { TEAM_TEXT_LIMIT } from './team-source.ts';

/** A text that may be kept: without credentials. */
export interface GoodText {
  readonly kind: 'text';
  readonly text: string;
  /** Sections in it that are a role or a base. */
  readonly usable: number;
  /** Lines with credentials that were taken out. */
  readonly secrets: number;
}

export interface Failed {
  readonly kind: 'failed';
  readonly failure: TeamFailure;
  /** How long the server asks to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

/** How a page begins, and no configuration: a sign-in page that is served in its place above all. */
const PAGE = /^[\uFEFF\s]*<(?:!--|!doctype\b|html\b|head\b|body\b|script\b|meta\b|title\b|\?xml\b)/i;

/** Whether what came can be a configuration at all; credentials are taken out of it before anything else is done. */
export function judgeText(text: string): GoodText | Failed {
  if (text.length > TEAM_TEXT_LIMIT) return failed('too-large');
  if (PAGE.test(text)) return failed('html');
  // Pictures and archives are full of it.
  if (text.includes('\0')) return failed('not-text');
  const clean = removeSecrets(text);
  const { roles, bases, portalRoles } = readConfig(clean.text);
  // A section can be more than one of them.
  const usable = new Set([...roles, ...bases, ...portalRoles].map(({ line }) => line)).size;
  return { kind: 'text', text: clean.text, usable, secrets: clean.removed.length };
}

export function failed(...[code, detail]: Parameters<typeof teamFailure>): Failed {
  return { kind: 'failed', failure: teamFailure(code, detail) };
}
