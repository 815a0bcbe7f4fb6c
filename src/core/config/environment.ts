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
