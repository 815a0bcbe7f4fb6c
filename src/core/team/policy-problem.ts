/** Why something in the policy is not used, or not all of it. */
export type PolicyProblemCode =
  | 'not-an-object'
  | 'unknown-name'
  | 'not-text'
  | 'text-too-large'
  | 'secrets-removed'
  | 'not-https-url'
  | 'url-with-credentials'
  | 'not-sha256'
  | 'pin-without-url'
  | 'not-ask-or-automatic'
  | 'not-a-list'
  | 'too-many-senders'
  | 'not-extension-id'
  | 'settings-not-an-object'
  | 'unknown-setting'
  | 'not-boolean'
  | 'not-a-choice';

/** The administrator's mistake: never thrown, always beside what can be used. */
export interface PolicyProblem {
  /** The value's name in the policy, such as `teamUrl` or `settings.sync`; at most 100 characters. Empty: the whole. */
  readonly name: string;
  readonly code: PolicyProblemCode;
  /** What fills the sentence; never a URL or a credential. */
  readonly values: readonly (string | number)[];
}

/** Tells of a problem with one value; undefined, because the value then counts as not set. */
export type Report = (code: PolicyProblemCode, ...values: readonly (string | number)[]) => undefined;
