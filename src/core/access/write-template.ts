import type { AccountResources } from './access-files.ts';
import type { ResourceKind } from './access-resource.ts';
import { describeFile } from './describe-file.ts';
import { writeYaml } from './write-yaml.ts';

const TYPES: Readonly<Record<ResourceKind, string>> = {
  role: 'AWS::IAM::Role',
  'managed-policy': 'AWS::IAM::ManagedPolicy',
  'user-policy': 'AWS::IAM::UserPolicy',
  'group-policy': 'AWS::IAM::GroupPolicy',
  'role-policy': 'AWS::IAM::RolePolicy',
};

/** A CloudFormation template. Its resources have names, so it needs `CAPABILITY_NAMED_IAM`. */
export function writeTemplate(content: AccountResources): string {
  return writeYaml({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: describeFile(content).join(' '),
    Resources: Object.fromEntries(
      content.resources.map(({ id, kind, properties }) => [id, { Type: TYPES[kind], Properties: properties }]),
    ),
  });
}
