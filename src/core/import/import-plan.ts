import type { Layer } from '../config/layer.ts';
import type { RemovedLine } from '../config/secrets.ts';

/** What an imported text turned out to be. */
export type ImportKind =
  | 'config' // AESR, ~/.aws/config, another Hatrack's text
  | 'credentials' // ~/.aws/credentials
  | 'organizations' // `aws organizations list-accounts`, or a CSV of accounts
  | 'roles' // a CSV with roles, as Hatrack exports it
  | 'history' // the console's role history cookie
  | 'links' // https://…/switchrole?…
  | 'unknown';

/** Why nothing could be read. */
export type UnknownReason = 'empty' | 'too-large' | 'unreadable-json' | 'unreadable-cookie' | 'unknown-format';

/** Why an entry is left out, or why it comes under another name. */
export type EntryReason =
  | 'same' // skip: it is there and says the same
  | 'same-role' // skip: the role is there under the name that `profile` gives
  | 'suspended' // skip: the account is closed or about to be
  | 'base-account' // skip: the account that one signs in to
  | 'bad-account' // skip
  | 'bad-role-name' // skip
  | 'wrong-host' // skip: the link leads elsewhere
  | 'unreadable' // skip
  | 'nothing-left' // skip: there was nothing but credentials
  | 'name-taken'; // add: the name belongs to another role, so it got a number

export interface ValueChange {
  readonly key: string;
  /** Undefined where the key is new. */
  readonly before: string | undefined;
  readonly after: string;
}

/** One profile of the imported text and what becomes of it. */
export interface ImportEntry {
  readonly action: 'add' | 'change' | 'skip';
  /** The name under which it is or will be in the text. */
  readonly profile: string;
  /** Number or alias; undefined where it names none. */
  readonly account: string | undefined;
  readonly roleName: string | undefined;
  readonly reason: EntryReason | undefined;
  /** Of a change only. */
  readonly changes: readonly ValueChange[];
}

export interface ImportPlan {
  readonly kind: ImportKind;
  /** Of the kind `unknown` only. */
  readonly reason: UnknownReason | undefined;
  /** In the imported text's order; always the same for the same texts, whatever is declined. */
  readonly entries: readonly ImportEntry[];
  /** The current text with everything added and changed that was not declined. */
  readonly resultText: string;
  /** Lines of the imported text that held credentials; they are nowhere in the plan. */
  readonly removedSecrets: readonly RemovedLine[];
}

/** How to make profiles of accounts, which say nothing about roles. */
export interface ImportTemplate {
  /** May have a path, e.g. `OrganizationAccountAccessRole`. */
  readonly roleName: string;
  readonly sourceProfile?: string | undefined;
  /** `by-name`: by the environment that the account's name tells, else any one that stays the same for this name. */
  readonly color?: string | undefined;
  /** `{name}`, `{id}`, `{email}` and `{role}` are filled in; `{name}` alone where it is left out. */
  readonly nameTemplate?: string | undefined;
  readonly group?: string | undefined;
  /** Whether to write `[profile name]`; left out, as most of the text's sections do. */
  readonly prefix?: boolean | undefined;
}

export interface ImportInput {
  readonly text: string;
  /** Not needed to recognise anything; for the caller's own use. */
  readonly fileName?: string | undefined;
}

export interface ImportOptions {
  readonly template: ImportTemplate;
  /** Indices of entries that the user does not want. */
  readonly declined: ReadonlySet<number>;
  /** The layers before the current text. */
  readonly others?: readonly Layer[];
}
