import type { AccessNoteCode, NoteSeverity } from '../core/access/access-note.ts';
import type { MessageKey } from '../ui/translation.ts';

export const SEVERITY_WORDS: Readonly<Record<NoteSeverity, MessageKey>> = {
  error: 'severity_error',
  warning: 'severity_warning',
  hint: 'severity_info',
};

/** What each note says, and what to do about it. */
export const NOTE_SENTENCES: Readonly<Record<AccessNoteCode, MessageKey>> = {
  'no-account': 'kitNoteNoAccount',
  'no-names': 'kitNoteNoNames',
  'bad-name': 'kitNoteBadName',
  'bad-source-ip': 'kitNoteBadSourceIp',
  'bad-organisation': 'kitNoteBadOrganisation',
  'bad-organisation-path': 'kitNoteBadOrganisationPath',
  'bad-external-id': 'kitNoteBadExternalId',
  'bad-holder': 'kitNoteBadHolder',
  'account-by-alias': 'kitNoteAccountByAlias',
  'other-partition': 'kitNoteOtherPartition',
  'reserved-role': 'kitNoteReservedRole',
  'impossible-name': 'kitNoteImpossibleName',
  'role-external-id': 'kitNoteRoleExternalId',
  'name-too-long': 'kitNoteNameTooLong',
  'production-without-mfa': 'kitNoteProductionWithoutMfa',
  'production-by-identity-center': 'kitNoteProductionByIdentityCenter',
  'mfa-not-carried': 'kitNoteMfaNotCarried',
  'private-source-ip': 'kitNotePrivateSourceIp',
  'every-source-ip': 'kitNoteEverySourceIp',
  'other-base-unknown': 'kitNoteOtherBaseUnknown',
  'trust-too-long': 'kitNoteTrustTooLong',
  'too-many-managed': 'kitNoteTooManyManaged',
  'inline-overflow': 'kitNoteInlineOverflow',
  'external-id': 'kitNoteExternalId',
  'external-id-roles': 'kitNoteExternalIdRoles',
  'whole-account': 'kitNoteWholeAccount',
  'permission-set-policy': 'kitNotePermissionSetPolicy',
  'no-roles': 'kitNoteNoRoles',
  'not-a-policy': 'kitNoteNotAPolicy',
  everybody: 'kitNoteEverybody',
  'not-principal': 'kitNoteNotPrincipal',
  'wildcard-principal': 'kitNoteWildcardPrincipal',
  'wildcard-action': 'kitNoteWildcardAction',
  'wildcard-resource': 'kitNoteWildcardResource',
  'without-mfa': 'kitNoteWithoutMfa',
  'mfa-if-exists': 'kitNoteMfaIfExists',
};
