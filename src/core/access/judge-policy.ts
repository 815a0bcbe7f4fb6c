import { isRecord } from '../record.ts';
import { type AccessNote, type AccessNoteCode, inOrder } from './access-note.ts';
import { isEveryAddress } from './source-ip.ts';

/**
 * What opens more than it should in a policy that somebody has: a trust policy, or one that allows to take roles. Takes
 * any text. Statements that deny open nothing.
 */
export function judgePolicyText(text: string): AccessNote[] {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    // Said with the note: it is not JSON.
  }
  const statements = isRecord(policy) ? listOf(policy.Statement).filter(isRecord) : [];
  if (statements.length === 0) return [{ code: 'not-a-policy', values: [] }];
  const codes = new Set(statements.filter(({ Effect }) => Effect === 'Allow').flatMap(judgeStatement));
  return inOrder([...codes].map((code) => ({ code, values: [] })));
}

type Statement = Readonly<Record<string, unknown>>;

function judgeStatement(statement: Statement): AccessNoteCode[] {
  const actions = [...textsOf(statement.Action), ...('NotAction' in statement ? ['*'] : [])];
  const isTrust = 'Principal' in statement || 'NotPrincipal' in statement;
  const codes: AccessNoteCode[] = [];
  if (actions.some((action) => /[*?]/.test(action))) codes.push('wildcard-action');
  const isOfRoles = actions.some(takesRoles);
  if (isTrust) return [...codes, ...judgeTrust(statement, isOfRoles)];
  const resources = [...textsOf(statement.Resource), ...('NotResource' in statement ? ['*'] : [])];
  if (isOfRoles && resources.some((arn) => /[*?]/.test(arn))) codes.push('wildcard-resource');
  return codes;
}

/** Whether an action, which may have wildcards, is that of taking a role. */
function takesRoles(action: string): boolean {
  const pattern = action
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 's').test('sts:assumerole');
}

function judgeTrust(statement: Statement, isOfRoles: boolean): AccessNoteCode[] {
  const principals = principalsOf(statement.Principal);
  const codes: AccessNoteCode[] = [];
  if ('NotPrincipal' in statement) codes.push('not-principal');
  if (principals.includes('*')) codes.push('everybody');
  else if (principals.some((arn) => arn.includes('*'))) codes.push('wildcard-principal');
  const condition = isRecord(statement.Condition) ? statement.Condition : {};
  if (ipRanges(condition).some(isEveryAddress)) codes.push('every-source-ip');
  if (conditionValues(condition, /^sts:ExternalId$/i).length > 0) codes.push('external-id');
  // Services and federated users come by other actions, or without a sign-in that MFA could be of.
  const isOfAccounts = principals.some((arn) => arn === '*' || /^(?:arn:aws[a-z-]*:(?:iam|sts)::)?\d{12}/.test(arn));
  return isOfRoles && isOfAccounts ? [...codes, ...judgeMfa(condition)] : codes;
}

function judgeMfa(condition: Statement): AccessNoteCode[] {
  const operators = Object.entries(condition).filter(([, keys]) => conditionValues({ keys }, MFA).includes('true'));
  if (operators.some(([operator]) => /^Bool$/i.test(operator))) return [];
  const age = conditionValues(condition, /^aws:MultiFactorAuthAge$/i);
  if (age.length > 0 && !Object.keys(condition).some((operator) => /IfExists$/i.test(operator))) return [];
  return [operators.length > 0 ? 'mfa-if-exists' : 'without-mfa'];
}

const MFA = /^aws:MultiFactorAuthPresent$/i;

function ipRanges(condition: Statement): string[] {
  return conditionValues(condition, /^aws:SourceIp$/i);
}

/** The values of a key under any operator. */
function conditionValues(condition: Statement, key: RegExp): string[] {
  return Object.values(condition)
    .filter(isRecord)
    .flatMap((keys) => Object.entries(keys))
    .filter(([name]) => key.test(name))
    .flatMap(([, values]) => listOf(values).map(String));
}

function principalsOf(principal: unknown): string[] {
  return isRecord(principal) ? Object.values(principal).flatMap(textsOf) : textsOf(principal);
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((entry) => typeof entry === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
