/** A policy in IAM's JSON, as far as the access kit writes one. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Effect: 'Allow';
  /** In trust policies alone. */
  readonly Principal?: { readonly AWS: string | readonly string[] };
  readonly Action: 'sts:AssumeRole';
  /** In permission policies alone. */
  readonly Resource?: readonly string[];
  readonly Condition?: PolicyCondition;
}

/** Operators, each with its keys and their values. */
export type PolicyCondition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export function policyOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** The size that IAM counts: characters without white space (IAM quotas, "IAM doesn't count white space"). */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).replace(/\s/g, '').length;
}
