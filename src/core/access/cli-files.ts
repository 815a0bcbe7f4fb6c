import { spellName } from '../config/write-value.ts';
import { PARTITIONS } from '../console/partition.ts';
import type { AccessFile } from './access-files.ts';
import type { Target } from './targets.ts';

export interface CliOptions {
  /** The profile that one signs in with. */
  readonly base: string;
  /** The MFA device of who signs in, where the text names it. */
  readonly mfaSerial: string | undefined;
  /** For roles whose section has none of its own. */
  readonly externalId: string | undefined;
}

/** The same roles for the AWS CLI: a part of `~/.aws/config`, and a line of `aws sts assume-role` for each. */
export function cliFiles(targets: readonly Target[], options: CliOptions): AccessFile[] {
  if (targets.length === 0) return [];
  return [
    { name: 'config', text: targets.map((target) => configBlock(target, options)).join('\n') },
    { name: 'assume-role.sh', text: targets.map((target) => assumeRoleLine(target, options)).join('') },
  ];
}

/** A section of `~/.aws/config`. Keys without a value are left out: the CLI would take an empty one for a value. */
export function configBlock(target: Target, options: CliOptions): string {
  const { role, arn, maxSession } = target;
  const values = {
    role_arn: arn,
    source_profile: options.base,
    region: role.region,
    external_id: target.externalId ?? options.externalId,
    mfa_serial: target.mfaSerial ?? options.mfaSerial,
    duration_seconds: maxSession?.toString(),
  };
  const lines = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}\n`]));
  // The CLI knows this one without a prefix.
  const header = role.profile === 'default' ? role.profile : spellName(role.profile, 'profile ');
  return `[${header}]\n${lines.join('')}`;
}

/** AWS wants a name for the session: that of who runs the line tells most in CloudTrail. */
function assumeRoleLine(target: Target, options: CliOptions): string {
  const { arn, role, partition } = target;
  const externalId = target.externalId ?? options.externalId;
  const mfaSerial = target.mfaSerial ?? options.mfaSerial;
  const region = role.region ?? regionBesidesAws(partition);
  // With `=`, because a value may begin with a dash.
  const words = [
    `aws sts assume-role --role-arn ${quoteForShell(arn)} --role-session-name "$(id -un)"`,
    `--profile=${quoteForShell(options.base)}`,
    region && `--region=${quoteForShell(region)}`,
    target.maxSession && `--duration-seconds ${target.maxSession}`,
    externalId && `--external-id=${quoteForShell(externalId)}`,
    mfaSerial && `--serial-number=${quoteForShell(mfaSerial)} --token-code "$MFA_CODE"`,
  ];
  return `# ${role.label}\n${words.filter(Boolean).join(' ')}\n`;
}

/** Outside of `aws` the CLI has no endpoint of STS that it would take by itself. */
function regionBesidesAws(partition: string): string | undefined {
  return partition === 'aws' ? undefined : Object.values(PARTITIONS).find(({ id }) => id === partition)?.defaultRegion;
}

/** As a POSIX shell takes it: as it is where no character means anything, else in single quotes. */
export function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
