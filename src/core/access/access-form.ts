import type { Who } from './jump.ts';
import type { Holder } from './permission-policies.ts';

/** What the kit is for. */
export const PARTS = ['trust', 'permissions', 'cli'] as const;
export type Part = (typeof PARTS)[number];

/** What policies are written as. */
export const FORMATS = ['json', 'cloudformation', 'terraform', 'cdk'] as const;
export type Format = (typeof FORMATS)[number];

/** Which roles share their permission policies. */
export const GROUPINGS = ['base', 'group'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What is chosen and typed, as text: anybody's. Lists have blanks, commas or line ends between their entries. */
export interface AccessForm {
  /** The jump account's number. */
  readonly account: string;
  readonly partition: string;
  readonly who: Who['kind'];
  /** Of users, of a role or of a permission set. */
  readonly names: string;
  readonly mfa: boolean;
  readonly sourceIps: string;
  readonly organisations: string;
  readonly organisationPaths: string;
  /** For roles whose section has none of its own. */
  readonly externalId: string;
  readonly grouping: Grouping;
  readonly holder: Holder;
  /** Of the user, group or role that inline policies are put into. */
  readonly holderName: string;
}
