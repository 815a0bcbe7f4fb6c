/** What people write for an environment, and the one name that it goes by. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    production: ['prod', 'prd', 'live'],
    staging: ['stage', 'stg', 'preproduction', 'preprod', 'pre-prod', 'uat'],
    testing: ['test', 'tst', 'qa'],
    development: ['develop', 'devel', 'dev'],
    sandbox: ['sand', 'sbx', 'playground'],
  }).flatMap(([name, synonyms]) => [name, ...synonyms].map((synonym) => [synonym, name] as const)),
);

/** The environment that a text names, in any case: `prod` is `production`; undefined where it names none of them. */
export function parseEnvironment(text: string): string | undefined {
  return NAMES.get(text.toLowerCase());
}

/** Whether a mistake there would be the worst one. */
export function isProduction({ environment }: { readonly environment: string | undefined }): boolean {
  return environment === 'production';
}

/**
 * The names to find an environment by, its own first; of one that people call otherwise, that one alone. `preprod` is
 * none of them, or who looks for `prod` would find it.
 */
export function environmentNames(environment: string): readonly string[] {
  return NAMES_TO_FIND.get(environment) ?? [environment];
}

const NAMES_TO_FIND: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(NAMES.values())].map((environment) => [environment, namesToFind(environment)]),
);

function namesToFind(environment: string): readonly string[] {
  const others = [...NAMES].filter(([, of]) => of !== environment).map(([name]) => name);
  const own = [...NAMES].filter(([name, of]) => of === environment && !others.some((other) => name.includes(other)));
  return own.map(([name]) => name);
}
