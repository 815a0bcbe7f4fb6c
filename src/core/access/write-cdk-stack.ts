import type { AccountResources } from './access-files.ts';
import type { AccessResource, ResourceKind } from './access-resource.ts';
import { describeFile } from './describe-file.ts';
import { quoteTypeScript, TYPESCRIPT, writeLiteral } from './write-literal.ts';

const CLASSES: Readonly<Record<ResourceKind, string>> = {
  role: 'CfnRole',
  'managed-policy': 'CfnManagedPolicy',
  'user-policy': 'CfnUserPolicy',
  'group-policy': 'CfnGroupPolicy',
  'role-policy': 'CfnRolePolicy',
};

const IMPORTS = [
  "import { Stack, type StackProps } from 'aws-cdk-lib';",
  "import * as iam from 'aws-cdk-lib/aws-iam';",
  "import type { Construct } from 'constructs';",
];

/**
 * A stack of the AWS CDK, in TypeScript. It has CloudFormation's own constructs, so that the policies which are
 * deployed are word for word those that were looked at.
 *
 * @param part the number that tells it from others of its account; empty where there are none
 */
export function writeCdkStack(content: AccountResources, part: string): string {
  const name = `Hatrack${content.subject === 'roles' ? 'Roles' : 'Permissions'}${content.account}${part && `Part${part}`}`;
  return `${IMPORTS.join('\n')}

/** ${describeFile(content).join(' ')} */
export class ${name} extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { ...props, env: { ...props.env, account: ${quoteTypeScript(content.account)} } });
${content.resources.map(writeResource).join('')}  }
}
`;
}

function writeResource({ id, kind, properties }: AccessResource): string {
  const props = Object.fromEntries(Object.entries(properties).map(([name, value]) => [toPropName(name), value]));
  return `\n    new iam.${CLASSES[kind]}(this, ${quoteTypeScript(id)}, ${writeLiteral(props, TYPESCRIPT, '    ')});\n`;
}

function toPropName(property: string): string {
  return property.charAt(0).toLowerCase() + property.slice(1);
}
