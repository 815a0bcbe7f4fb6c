import type { AccountResources } from './access-files.ts';
import { toSnakeCase } from './access-names.ts';
import type { AccessResource, ResourceKind } from './access-resource.ts';
import { describeFile } from './describe-file.ts';
import { HCL, writeLiteral } from './write-literal.ts';

const TYPES: Readonly<Record<ResourceKind, string>> = {
  role: 'aws_iam_role',
  'managed-policy': 'aws_iam_policy',
  'user-policy': 'aws_iam_user_policy',
  'group-policy': 'aws_iam_group_policy',
  'role-policy': 'aws_iam_role_policy',
};

/** What the AWS provider calls CloudFormation's properties. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  Path: 'path',
  MaxSessionDuration: 'max_session_duration',
  AssumeRolePolicyDocument: 'assume_role_policy',
  ManagedPolicyName: 'name',
  PolicyName: 'name',
  PolicyDocument: 'policy',
  UserName: 'user',
  GroupName: 'group',
};

/** Resources of Terraform's AWS provider, for a configuration whose provider is signed in to the account. */
export function writeTerraform(content: AccountResources): string {
  const head = describeFile(content).map((line) => `# ${line}\n`);
  return [head.join(''), ...content.resources.map(writeResource)].join('\n');
}

function writeResource({ id, kind, properties }: AccessResource): string {
  const lines = Object.entries(properties).map(([property, value]) => {
    const written = writeLiteral(value, HCL, '  ');
    return `  ${argumentOf(kind, property)} = ${typeof value === 'object' ? `jsonencode(${written})` : written}\n`;
  });
  return `resource "${TYPES[kind]}" "${toSnakeCase(id)}" {\n${lines.join('')}}\n`;
}

function argumentOf(kind: ResourceKind, property: string): string {
  if (property === 'RoleName') return kind === 'role' ? 'name' : 'role';
  return ARGUMENTS[property] ?? property;
}
