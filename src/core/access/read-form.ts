import { parseAccount } from '../config/account.ts';
import type { AccessForm } from './access-form.ts';
import { type AccessNote, type AccessNoteCode, hasError } from './access-note.ts';
import { canAskMfa, type Jump, type Who } from './jump.ts';
import { isAddressRange, isEveryAddress, isPrivateRange } from './source-ip.ts';
import type { TrustConditions } from './trust-policy.ts';

export interface FormReading {
  /** Undefined where there is an error among the notes. */
  readonly jump: Jump | undefined;
  readonly conditions: TrustConditions;
  readonly externalId: string | undefined;
  readonly notes: readonly AccessNote[];
}

/** Path segments and a name, as IAM has them for users and roles. */
const PATH_AND_NAME = /^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/;
/** Up to 32 characters (Identity Center's API). */
const PERMISSION_SET = /^[\w+=,.@-]{1,32}$/;
const ENTITY_NAME = /^[\w+=,.@-]{1,128}$/;
const ORGANISATION = /^o-[a-z\d]{10,32}$/;
/** Organisation, root and units, to the end (`/`) or with all below (`/*`): IAM's `aws:PrincipalOrgPaths`. */
const ORGANISATION_PATH = /^o-[a-z\d]{10,32}\/(?:\*|r-[a-z\d]{4,32}\/(?:ou-[a-z\d]{4,32}-[a-z\d]{8,32}\/)*\*?)$/;
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;

/**
 * Reads what is typed. Something that can't be read is an error and leaves nothing to be written: a policy without that
 * condition would open more than what was meant.
 */
export function readForm(form: AccessForm): FormReading {
  const notes: AccessNote[] = [];
  const check = (code: AccessNoteCode, values: readonly string[], isGood: (value: string) => boolean) => {
    for (const value of values) if (!isGood(value)) notes.push({ code, values: [value] });
    return values;
  };
  const conditions = {
    sourceIps: check('bad-source-ip', listed(form.sourceIps), isAddressRange),
    organisations: check('bad-organisation', listed(form.organisations), (value) => ORGANISATION.test(value)),
    organisationPaths: check('bad-organisation-path', listed(form.organisationPaths), (path) =>
      ORGANISATION_PATH.test(path),
    ),
  };
  const externalId = form.externalId.trim() || undefined;
  if (externalId !== undefined) check('bad-external-id', [externalId], isExternalId);
  const account = parseAccount(form.account.trim());
  if (account?.kind !== 'id') notes.push({ code: 'no-account', values: [] });
  const who = readWho(form, check, notes);
  const jump =
    account?.kind === 'id' && !hasError(notes)
      ? { partition: form.partition, account: account.id, who, mfa: form.mfa }
      : undefined;
  return { jump, conditions, externalId, notes: [...notes, ...opennessOf(conditions, who, form.mfa)] };
}

/** Whether a user, a group or a role can have that name. */
export function isEntityName(text: string): boolean {
  return ENTITY_NAME.test(text);
}

export function isExternalId(text: string): boolean {
  return EXTERNAL_ID.test(text);
}

type Check = (code: AccessNoteCode, values: readonly string[], isGood: (value: string) => boolean) => readonly string[];

function readWho({ who, names }: AccessForm, check: Check, notes: AccessNote[]): Who {
  if (who === 'account') return { kind: who };
  const grammar = who === 'permission-set' ? PERMISSION_SET : PATH_AND_NAME;
  const written = check('bad-name', who === 'users' ? listed(names) : single(names), (name) => grammar.test(name));
  const [first = ''] = written;
  if (first === '') notes.push({ code: 'no-names', values: [] });
  return who === 'users' ? { kind: who, names: written } : { kind: who, name: first };
}

/** What can be written, but may not do what was meant. */
function opennessOf({ sourceIps }: TrustConditions, who: Who, mfa: boolean): AccessNote[] {
  const notes: AccessNote[] = [];
  if (who.kind === 'account') notes.push({ code: 'whole-account', values: [] });
  if (mfa && !canAskMfa(who.kind)) notes.push({ code: 'mfa-not-carried', values: [] });
  for (const range of sourceIps) {
    if (isEveryAddress(range)) notes.push({ code: 'every-source-ip', values: [range] });
    else if (isPrivateRange(range)) notes.push({ code: 'private-source-ip', values: [range] });
  }
  return notes;
}

function listed(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((entry) => entry !== ''))];
}

function single(text: string): string[] {
  const name = text.trim();
  return name === '' ? [] : [name];
}
