import type { AccountId, AccountRef } from './config.ts';

/** Twelve digits, in a row or the way the console shows them: `1111-2222-3333`. */
const ACCOUNT_ID = /^(?:\d{12}|\d{4}-\d{4}-\d{4})$/;
/** Nobody calls an account by digits alone: such a text is a number with a digit too many or too few. */
const DIGITS = /^[\d-]+$/;
/** Account aliases by the IAM API (console-contract §9). */
const ALIAS = /^[a-z\d](?:[a-z\d]|-(?!-)){1,61}[a-z\d]$/;
const ARN_ACCOUNT = /^arn:aws[a-z-]*:[a-z]*:[a-z\d-]*:(\d{12}):/;

/** An account by its number or by its alias, which AWS keeps in lower case; undefined where it can be neither. */
export function parseAccount(text: string): AccountRef | undefined {
  if (ACCOUNT_ID.test(text)) return { kind: 'id', id: text.replaceAll('-', '') as AccountId };
  const alias = text.toLowerCase();
  return ALIAS.test(alias) && !DIGITS.test(alias) ? { kind: 'alias', alias } : undefined;
}

/** The account inside an ARN; undefined where the text is no ARN (an `mfa_serial` may be a device's serial number). */
export function parseArnAccount(text: string): AccountRef | undefined {
  const id = ARN_ACCOUNT.exec(text)?.[1];
  return id === undefined ? undefined : parseAccount(id);
}
