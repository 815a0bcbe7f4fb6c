import { parseAccount, parseArnAccount } from './account.ts';
import type { AccountRef } from './config.ts';
import type { Profile } from './profile.ts';
import type { Report } from './report.ts';
import { parseRoleArn, parseRoleName, type RoleArn } from './role-arn.ts';

/** Which account and role a profile says it is, whether one signs in to it or switches to it. */
export interface ProfileIdentity {
  /** Only a `role_arn` tells; as it says, with or without a public console. */
  readonly partition: string | undefined;
  readonly account: AccountRef | undefined;
  readonly roleName: string | undefined;
  /** A line of it can't be used and has been reported: what is missing needs no second problem. */
  readonly isBroken: boolean;
}

/**
 * Reads `role_arn`, or `aws_account_id` and `role_name`, and reports what they can't be. Where both are written the
 * ARN wins, with a warning on the part that says otherwise.
 */
export function readIdentity({ values }: Profile, report: Report): ProfileIdentity {
  const written = values.get('role_arn');
  if (written) {
    const arn = parseRoleArn(written.value);
    if (!arn) report(written.line, 'bad-role-arn', written.value);
    else reportDifferences(values, arn, report);
    return { partition: arn?.partition, account: arn?.account, roleName: arn?.roleName, isBroken: !arn };
  }
  const writtenAccount = values.get('aws_account_id');
  const writtenName = values.get('role_name');
  const account = writtenAccount && parseAccount(writtenAccount.value);
  const roleName = writtenName && parseRoleName(writtenName.value);
  const isBadAccount = writtenAccount !== undefined && account === undefined;
  const isBadName = writtenName !== undefined && roleName === undefined;
  if (isBadAccount) report(writtenAccount.line, 'bad-account', writtenAccount.value);
  if (isBadName) report(writtenName.line, 'bad-role-name', writtenName.value);
  return { partition: undefined, account, roleName, isBroken: isBadAccount || isBadName };
}

function reportDifferences(values: Profile['values'], arn: RoleArn, report: Report): void {
  const account = values.get('aws_account_id');
  const inArn = arn.account.kind === 'id' ? arn.account.id : '';
  const written = account && parseAccount(account.value);
  // An alias may well be that account's: only AWS knows.
  if (account && written?.kind !== 'alias' && written?.id !== inArn) {
    report(account.line, 'role-arn-and-parts-differ', 'aws_account_id', inArn);
  }
  const name = values.get('role_name');
  if (name && name.value !== arn.roleName && name.value !== arn.roleName.split('/').at(-1)) {
    report(name.line, 'role-arn-and-parts-differ', 'role_name', arn.roleName);
  }
}

/**
 * The account that one signs in to: the profile's own, else that of its MFA device, of its Identity Center keys or by
 * the alias that the console shows (config-format §4).
 */
export function signInAccount({ values }: Profile, identity: ProfileIdentity): AccountRef | undefined {
  if (identity.account) return identity.account;
  const mfa = values.get('mfa_serial');
  const other = values.get('sso_account_id') ?? values.get('granted_sso_account_id') ?? values.get('aws_account_alias');
  return (mfa && parseArnAccount(mfa.value)) ?? (other && parseAccount(other.value));
}
