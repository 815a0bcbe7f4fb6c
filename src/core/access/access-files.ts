import type { Format } from './access-form.ts';
import { nameMaker, toPlainName } from './access-names.ts';
import type { AccessResource } from './access-resource.ts';
import { writeCdkStack } from './write-cdk-stack.ts';
import { writeTemplate } from './write-template.ts';
import { writeTerraform } from './write-terraform.ts';

/** A file to be copied or downloaded. */
export interface AccessFile {
  readonly name: string;
  readonly text: string;
}

/** What belongs into one account. */
export interface AccountResources {
  /** Its number. */
  readonly account: string;
  /** Begins the files' names and, with a capital letter, those of classes: `roles` or `permissions`. */
  readonly subject: 'roles' | 'permissions';
  readonly resources: readonly AccessResource[];
}

/** Resources that a CloudFormation template can have, and so a stack of the CDK (CloudFormation quotas). */
const MAX_RESOURCES = 500;
/** Bytes of a template that comes from S3; the writing around policies of this size takes less than as much again. */
const MAX_POLICY_BYTES = 400_000;

/** The files for one account; none where nothing is to be made there. */
export function accessFiles(content: AccountResources, format: Format): AccessFile[] {
  if (format === 'json') return policyFiles(content);
  const parts = inStacks(content.resources);
  return parts.map((resources, index) => {
    const part = parts.length === 1 ? '' : String(index + 1);
    const name = `${content.subject}-${content.account}${part === '' ? '' : `-${part}`}`;
    const each = { ...content, resources };
    if (format === 'cloudformation') return { name: `${name}.yaml`, text: writeTemplate(each) };
    if (format === 'terraform') return { name: `${name}.tf`, text: writeTerraform(each) };
    return { name: `${name}.ts`, text: writeCdkStack(each, part) };
  });
}

/** One policy a file, as IAM's own editor takes it. */
function policyFiles({ account, subject, resources }: AccountResources): AccessFile[] {
  const toName = nameMaker('-');
  return resources.map(({ title, document }) => ({
    name: `${toName(`${subject === 'roles' ? 'trust' : 'permissions'}-${account}-${toPlainName(title, 'policy')}`)}.json`,
    text: `${JSON.stringify(document, undefined, 2)}\n`,
  }));
}

function inStacks(resources: readonly AccessResource[]): AccessResource[][] {
  const stacks: AccessResource[][] = [];
  let bytes = 0;
  for (const resource of resources) {
    const size = JSON.stringify(resource.properties, undefined, 2).length;
    const last = stacks.at(-1);
    if (last && last.length < MAX_RESOURCES && bytes + size <= MAX_POLICY_BYTES) {
      last.push(resource);
      bytes += size;
    } else {
      stacks.push([resource]);
      bytes = size;
    }
  }
  return stacks;
}
