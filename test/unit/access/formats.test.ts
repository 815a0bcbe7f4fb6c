import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct } from 'constructs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { AccessFile } from '../../../src/core/access/access-files.ts';
import { codesOf, documentsOf, kitOf } from './kit.ts';

/*
 * What is written for tools, as the tools themselves take it: the CDK compiles and synthesises, CloudFormation's
 * properties are those that the CDK's library knows, and Terraform's own parser reads the rest.
 */

const TEXT = `[main]
aws_account_id = 111111111111

[sso]
sso_account_id = 111111111111
sso_role_name = Dev
sso_start_url = https://x.awsapps.com/start

[本番 admin]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = main, sso
duration_seconds = 7200
group = "本番"

[read only]
role_arn = arn:aws:iam::222222222222:role/team-admin
source_profile = main
group = it's "red"

[digits]
role_arn = arn:aws:iam::222222222222:role/007+=,.@-x
source_profile = main
external_id = a:b/c

[elsewhere]
role_arn = arn:aws:iam::333333333333:role/Yes
source_profile = main
`;

type Wanted = Parameters<typeof kitOf>[1];

const KITS: readonly (readonly [string, Wanted])[] = [
  ['roles', { sourceIps: '203.0.113.0/24 2001:db8::/32', organisationPaths: 'o-a1b2c3d4e5/*' }],
  ['managed policies', { part: 'permissions', grouping: 'group' }],
  ['policies of a user', { part: 'permissions', holder: 'user', holderName: 'bob' }],
  ['policies of a group', { part: 'permissions', holder: 'group', holderName: 'people' }],
  ['policies of a role', { part: 'permissions', holder: 'role', holderName: 'Login' }],
];

interface Template {
  readonly Description?: string;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>>;
}

/** The policies in a template, in its order. */
function policiesOf(template: Template): unknown[] {
  return Object.values(template.Resources).map(
    ({ Properties }) => Properties.AssumeRolePolicyDocument ?? Properties.PolicyDocument,
  );
}

describe.each(KITS)('%s', (_, wanted) => {
  const documents = Object.values(documentsOf(kitOf(TEXT, wanted)));
  const templates = kitOf(TEXT, { ...wanted, format: 'cloudformation' }).files;

  it('are in CloudFormation what they are in JSON, with properties that the CDK’s library knows', async () => {
    expect(templates.flatMap(({ text }) => policiesOf(parseYaml(text)))).toEqual(documents);
    for (const { text } of templates) {
      const template: Template = parseYaml(text);
      const folder = await mkdtemp(join('node_modules', '.access-'));
      const templateFile = join(folder, 'template.yaml');
      await writeFile(templateFile, text);
      const app = new App({ analyticsReporting: false, treeMetadata: false, outdir: join(folder, 'out') });
      const stack = new Stack(app, 'Stack');
      const included = new CfnInclude(stack, 'Included', { templateFile });
      for (const [id, { Properties }] of Object.entries(template.Resources)) {
        // What the library does not know it keeps apart from the resource's own properties.
        const { cfnProperties } = included.getResource(id) as unknown as { cfnProperties: Record<string, unknown> };
        const known = Object.entries(cfnProperties).filter(([, value]) => value !== undefined);
        const wanted = Object.keys(Properties).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
        expect(known.map(([name]) => name)).toEqual(expect.arrayContaining(wanted));
      }
      const synthesised: Template = app.synth().getStackByName('Stack').template;
      await rm(folder, { recursive: true });
      expect(synthesised.Resources).toEqual(template.Resources);
    }
  });

  it('are in Terraform what they are in JSON', async () => {
    const { files } = kitOf(TEXT, { ...wanted, format: 'terraform' });
    const found: unknown[] = [];
    for (const { name, text } of files) {
      const { resource } = (await parseHcl(name, text)) as {
        resource: Record<string, Record<string, TerraformResource[]>>;
      };
      for (const resources of Object.values(resource)) {
        for (const [body] of Object.values(resources)) {
          if (body === undefined) throw new Error('an empty resource');
          expect(Object.keys(body).filter((key) => !ARGUMENTS.has(key))).toEqual([]);
          found.push(await policyOfTerraform(body.assume_role_policy ?? body.policy ?? ''));
        }
      }
    }
    expect(found).toHaveLength(documents.length);
    for (const document of documents) expect(found).toContainEqual(document);
  });
});

interface TerraformResource {
  readonly assume_role_policy?: string;
  readonly policy?: string;
}

/** Those that the AWS provider has for its resources of roles and policies. */
const ARGUMENTS = new Set('name path max_session_duration assume_role_policy policy user group role'.split(' '));

/** The object in `${jsonencode({…})}`, read by the parser once more: it leaves calls as they are written. */
async function policyOfTerraform(call: string): Promise<unknown> {
  const written = /^\$\{jsonencode\((.*)\)\}$/s.exec(call)?.[1] ?? '';
  const { policy } = (await parseHcl('policy.tf', `policy = ${written}\n`)) as { policy: unknown };
  return policy;
}

describe('the CDK', () => {
  let folder = '';
  /** Stacks by their files' names, after the compiler has taken all of them. */
  const stacks = new Map<string, new (scope: Construct, id: string, props?: StackProps) => Stack>();
  const kits = KITS.map(([, wanted]) => ({
    templates: kitOf(TEXT, { ...wanted, format: 'cloudformation' }).files,
    programs: kitOf(TEXT, { ...wanted, format: 'cdk' }).files,
  }));
  const pairs = kits.flatMap(({ templates, programs }, kit) =>
    programs.map((program, index) => ({ name: `${kit}-${program.name}`, program, template: templates[index] })),
  );

  // The compiler reads all of the CDK's types: on a busy machine that takes its time.
  beforeAll(async () => {
    folder = await mkdtemp(join('node_modules', '.access-'));
    await Promise.all(pairs.map(({ name, program }) => writeFile(join(folder, name), program.text)));
    const options = '--strict --noUnusedLocals --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck';
    const target = '--module nodenext --target es2022 --types node';
    const names = pairs.map(({ name }) => join(folder, name));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const args = [...`${options} ${target} --ignoreConfig --outDir ${folder}`.split(' '), ...names];
    await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', ...args]).catch((error) => {
      throw new Error(error.stdout);
    });
    for (const { name } of pairs) {
      const module = await import(pathToFileURL(join(folder, name.replace(/ts$/, 'js'))).href);
      stacks.set(name, Object.values(module)[0] as typeof Stack);
    }
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(pairs)('takes $name, and makes the very template of CloudFormation of it', ({ name, template }) => {
    const app = new App({ analyticsReporting: false, treeMetadata: false, outdir: join(folder, `out-${name}`) });
    const Made = stacks.get(name);
    if (Made === undefined || template === undefined) throw new Error(name);
    const stack = new Made(app, 'Made', { env: { account: '999999999999', region: 'eu-west-1' } });
    // It belongs into one account, wherever it is deployed from.
    expect(stack.account).toBe(/\d{12}/.exec(name)?.[0]);
    expect(stack.region).toBe('eu-west-1');
    const synthesised: Template = app.synth().getStackByName('Made').template;
    expect(synthesised.Resources).toEqual((parseYaml(template.text) as Template).Resources);
  });
});

describe('what is large', () => {
  const roles = Array.from(
    { length: 600 },
    (_, index) => `[r${index}]\nrole_arn = arn:aws:iam::222222222222:role/R${index}\nsource_profile = main\n`,
  );
  const text = `[main]\naws_account_id = 111111111111\n${roles.join('')}`;

  it.each(['cloudformation', 'terraform', 'cdk'] as const)('is parted in %s, and nothing is lost', (format) => {
    const { files } = kitOf(text, { format });
    expect(files).toHaveLength(2);
    expect(files.map(({ name }) => name.replace(/\.\w+$/, ''))).toEqual([1, 2].map((n) => `roles-222222222222-${n}`));
    const names = files.flatMap(({ text }) => text.match(/(?:name|RoleName|roleName) ?[=:] ["']R\d+["']/g) ?? []);
    expect(names).toHaveLength(600);
  });

  it('holds to the size and the number that CloudFormation takes', () => {
    const all = kitOf(text, { format: 'cloudformation', who: 'users', names: people(40) });
    expect(codesOf(all)).toContain('trust-too-long');
    for (const file of all.files) expectTemplate(file);
    const inline = { part: 'permissions', holder: 'user', holderName: 'bob', format: 'cloudformation' } as const;
    for (const file of kitOf(text, inline).files) expectTemplate(file);
  });
});

function people(count: number): string {
  return Array.from({ length: count }, (_, index) => `somebody.with.a.name${index}`).join(' ');
}

function expectTemplate({ text }: AccessFile): void {
  expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000);
  expect(Object.keys((parseYaml(text) as Template).Resources).length).toBeLessThanOrEqual(500);
}
