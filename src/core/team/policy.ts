import { removeSecrets } from '../config/secrets.ts';
import { isRecord } from '../record.ts';
import type { Settings } from '../settings/settings.ts';
import { parseExtensionId } from './extension-id.ts';
import type { PolicyProblem, Report } from './policy-problem.ts';
import { readPolicySettings } from './policy-settings.ts';

/** What the organisation's administrator has set for this browser (`storage.managed`). */
export interface Policy {
  /** Configuration text; '' where there is none. Credentials already taken out. */
  readonly text: string;
  /** https only. */
  readonly teamUrl: string | undefined;
  /** 64 hex digits, lower case: nothing else is taken from the team URL. */
  readonly teamSha256: string | undefined;
  /** undefined: the user chooses. */
  readonly teamUpdate: 'ask' | 'automatic' | undefined;
  /** Ids of extensions that may send a configuration. */
  readonly allowedSenders: readonly string[];
  /** Settings that the user cannot change. */
  readonly settings: Partial<Settings>;
}

export interface CheckedPolicy {
  readonly policy: Policy;
  /** What of it is not used, and why: for the administrator's eyes. */
  readonly problems: readonly PolicyProblem[];
  /** Whether there is any policy at all, be it of problems alone. */
  readonly isPresent: boolean;
}

/** Characters of a text: Firefox takes 5 MiB of policy at most, and no real configuration comes near. */
export const POLICY_TEXT_LIMIT = 5 * 1024 * 1024;
const URL_LIMIT = 2048;
const SENDERS_LIMIT = 100;
/** As many problems as anybody reads, and as much of a name. */
const PROBLEMS_LIMIT = 50;
const SHOWN_LIMIT = 100;

/** The names in `storage.managed`; managed-schema.json describes them for Chromium and for administrators. */
export const POLICY_NAMES = [
  'configuration',
  'teamUrl',
  'teamSha256',
  'teamUpdate',
  'allowedSenders',
  'settings',
] as const;

/** Takes whatever `storage.managed` holds; what can't be used counts as not set. */
export function parsePolicy(input: unknown): Policy {
  return checkPolicy(input).policy;
}

/** Takes whatever `storage.managed` holds, and says what of it can't be used. */
export function checkPolicy(input: unknown): CheckedPolicy {
  const problems: PolicyProblem[] = [];
  const reportOn =
    (name: string): Report =>
    (code, ...values) => {
      if (problems.length < PROBLEMS_LIMIT) problems.push({ name: name.slice(0, SHOWN_LIMIT), code, values });
      return undefined;
    };
  if (input !== undefined && !isRecord(input)) reportOn('')('not-an-object');
  const found = isRecord(input) ? input : {};
  const policy: Policy = {
    text: readText(found.configuration, reportOn('configuration')),
    ...readTeamUrl(found, reportOn),
    teamUpdate: readUpdate(found.teamUpdate, reportOn('teamUpdate')),
    allowedSenders: readSenders(found.allowedSenders, reportOn('allowedSenders')),
    settings: readPolicySettings(found.settings, reportOn),
  };
  const known: readonly string[] = POLICY_NAMES;
  for (const name of Object.keys(found)) if (!known.includes(name)) reportOn(name)('unknown-name');
  return { policy, problems, isPresent: Object.keys(found).length > 0 || problems.length > 0 };
}

function readText(value: unknown, report: Report): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return report('not-text') ?? '';
  if (value.length > POLICY_TEXT_LIMIT) return report('text-too-large', POLICY_TEXT_LIMIT) ?? '';
  const { text, removed } = removeSecrets(value);
  if (removed.length > 0) report('secrets-removed', removed.length);
  return text;
}

/** A URL whose pin can't be read is not used either: it would bring what nobody has pinned. */
function readTeamUrl(
  found: Record<string, unknown>,
  reportOn: (name: string) => Report,
): Pick<Policy, 'teamUrl' | 'teamSha256'> {
  const url = readUrl(found.teamUrl, reportOn('teamUrl'));
  const unpinned = { teamUrl: url, teamSha256: undefined };
  if (found.teamSha256 === undefined) return unpinned;
  const report = reportOn('teamSha256');
  if (found.teamUrl === undefined) return report('pin-without-url') ?? unpinned;
  if (url === undefined) return unpinned;
  const digits = typeof found.teamSha256 === 'string' ? found.teamSha256.trim().toLowerCase() : '';
  if (/^[0-9a-f]{64}$/.test(digits)) return { teamUrl: url, teamSha256: digits };
  return report('not-sha256') ?? { teamUrl: undefined, teamSha256: undefined };
}

function readUrl(value: unknown, report: Report): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.length > URL_LIMIT) return report('not-https-url');
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:') return report('not-https-url');
  if (url.username !== '' || url.password !== '') return report('url-with-credentials');
  return url.href;
}

function readUpdate(value: unknown, report: Report): Policy['teamUpdate'] {
  if (value === undefined || value === 'ask' || value === 'automatic') return value;
  return report('not-ask-or-automatic');
}

function readSenders(value: unknown, report: Report): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return report('not-a-list') ?? [];
  if (value.length > SENDERS_LIMIT) report('too-many-senders', SENDERS_LIMIT);
  const ids = value.slice(0, SENDERS_LIMIT).flatMap((entry: unknown) => {
    const id = parseExtensionId(entry);
    if (id === undefined) report('not-extension-id', typeof entry === 'string' ? entry.slice(0, SHOWN_LIMIT) : '');
    return id ?? [];
  });
  return [...new Set(ids)];
}
