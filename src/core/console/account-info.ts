import { decodeUri, parseRecord, textOf } from './fact-values.ts';

/** What the navigation bar shows of the session (console-contract §3.2, §3.3). */
export interface AccountInfo {
  readonly loginUser: string | undefined;
  readonly loginAccount: string | undefined;
  /** Set where the session has switched to a role. */
  readonly roleUser: string | undefined;
  readonly roleAccount: string | undefined;
}

/** Reads the JSON of `ConsoleNavService.AccountInfo`; what is missing or malformed counts as absent. */
export function parseAccountInfo(json: string | undefined): AccountInfo {
  const info = parseRecord(json);
  return {
    loginUser: decodeUri(textOf(info.loginDisplayNameUser)),
    loginAccount: textOf(info.loginDisplayNameAccount),
    roleUser: decodeUri(textOf(info.roleDisplayNameUser)),
    roleAccount: textOf(info.roleDisplayNameAccount),
  };
}
