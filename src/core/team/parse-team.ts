import { recordOf } from '../record.ts';
import { parseExtensionId } from './extension-id.ts';
import { parseRequestHeader } from './request-header.ts';
import { parseTeamFailure } from './team-failure.ts';
import {
  type AskingSender,
  INTERVALS,
  type SourceFrom,
  sourceId,
  TEAM_TEXT_LIMIT,
  type Team,
  type TeamCopy,
  type TeamSource,
  type Validators,
} from './team-source.ts';
import { parseTeamUrl } from './team-url.ts';

const SOURCES_LIMIT = 200;
/** Base64 of what does not pack at all. */
const PACKED_LIMIT = 2 * TEAM_TEXT_LIMIT;
const VALIDATOR_LIMIT = 1000;

/** Takes whatever storage holds; what is no source is left out, what is wrong in one has its default. */
export function parseTeam(data: unknown): Team {
  const { sources, asking } = recordOf(data);
  const parsed = Array.isArray(sources) ? sources.slice(0, SOURCES_LIMIT).flatMap(parseSource) : [];
  const byId = new Map(parsed.map((source) => [sourceId(source), source]));
  return { sources: [...byId.values()], asking: parseAsking(asking) };
}

function parseSource(data: unknown): TeamSource[] {
  const found = recordOf(data);
  const from = parseFrom(found.from);
  if (!from) return [];
  const { name, value } = recordOf(found.header);
  return [
    {
      from,
      addedBy: found.addedBy === 'policy' ? 'policy' : 'user',
      update: found.update === 'automatic' ? 'automatic' : 'ask',
      interval: INTERVALS.find((minutes) => minutes === found.interval) ?? INTERVALS[0],
      // A pin that can't be read stays one that nothing fits: without it any text would be taken.
      sha256: found.sha256 === undefined ? undefined : (parseSha256(found.sha256) ?? ''),
      header: parseRequestHeader(name, value).header,
      used: parseCopy(found.used),
      pending: parseCopy(found.pending),
      isSetAside: found.isSetAside === true,
      validators: parseValidators(found.validators),
      checkedAt: timeOf(found.checkedAt),
      failure: parseTeamFailure(found.failure),
      failures: Math.min(timeOf(found.failures), 100),
      nextAt: timeOf(found.nextAt),
    },
  ];
}

function parseFrom(data: unknown): SourceFrom | undefined {
  const { kind, url, extensionId } = recordOf(data);
  if (kind === 'url') {
    const { url: address } = parseTeamUrl(url);
    return address === undefined ? undefined : { kind, url: address };
  }
  const id = kind === 'sender' ? parseExtensionId(extensionId) : undefined;
  return id === undefined ? undefined : { kind: 'sender', extensionId: id };
}

function parseCopy(data: unknown): TeamCopy | undefined {
  const { packed, checksum, usable, secrets, at } = recordOf(data);
  if (typeof packed !== 'string' || packed.length > PACKED_LIMIT || !isText(checksum, 64)) return undefined;
  return { packed, checksum, usable: timeOf(usable), secrets: timeOf(secrets), at: timeOf(at) };
}

function parseValidators(data: unknown): Validators | undefined {
  const { etag, lastModified, sha256 } = recordOf(data);
  const body = parseSha256(sha256);
  if (body === undefined) return undefined;
  return { etag: validatorOf(etag), lastModified: validatorOf(lastModified), sha256: body };
}

/** A validator that can be sent back; undefined for one that no header could hold. */
export function validatorOf(value: unknown): string | undefined {
  return isText(value, VALIDATOR_LIMIT) && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
}

/** 64 hex digits in lower case, as they are compared; undefined for anything else. */
export function parseSha256(value: unknown): string | undefined {
  const digits = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}

function parseAsking(data: unknown): AskingSender | undefined {
  const { extensionId, at, isDismissed } = recordOf(data);
  const id = parseExtensionId(extensionId);
  return id === undefined ? undefined : { extensionId: id, at: timeOf(at), isDismissed: isDismissed === true };
}

function timeOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function isText(value: unknown, limit: number): value is string {
  return typeof value === 'string' && value.length <= limit;
}
