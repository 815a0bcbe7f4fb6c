/** A: every role in an account of its own. B: four roles in each account. */
export type AccountList = 'A' | 'B';

/** Texts with so many roles, as a company's list of accounts gives them; a longer one begins with the shorter one. */
export const ACCOUNT_LISTS: Readonly<Record<AccountList, (roles: number) => string>> = {
  A: (roles) => textOf(roles, 1),
  B: (roles) => textOf(roles, ROLES_OF_AN_ACCOUNT.length),
};

const TEAMS = words(
  'payments search media data identity logistics mobile internal billing catalog checkout fraud growth loyalty',
  'messaging network orders partner platform pricing profile reporting returns security shipping storefront support',
  'tax warehouse web',
);
const SERVICES = words(
  'api app archive audit auth backup batch broker bus cache cdn ci config console core crawler dashboard db dns edge',
  'etl events export feed files forms gateway graph import index ingest jobs kafka lake ledger logs mail metrics ml',
  'models monitor notify portal proxy queue registry replica rules sandbox scheduler scoring secrets sessions shop',
  'sms spark static stream sync tags tools tracing vault workers',
);
const STAGES: readonly (readonly [name: string, color: string])[] = [
  ['prod', 'd13212'],
  ['staging', 'ff9900'],
  ['dev', '1d8102'],
  ['test', '0073bb'],
  ['sandbox', '687078'],
];
const ROLES_OF_AN_ACCOUNT = ['AdministratorAccess', 'PowerUserAccess', 'ReadOnlyAccess', 'Billing'];
export const BASES = ['org-main', 'org-europe', 'org-asia', 'org-legacy'];

function textOf(roles: number, perAccount: number): string {
  const random = randomNumbers(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const named = new Map<string, number>();
  const sections: string[] = [];
  while (sections.length < roles) {
    const [stage, color] = pick(STAGES);
    const place = `${pick(TEAMS)}-${pick(SERVICES)}-${stage}`;
    const times = (named.get(place) ?? 0) + 1;
    named.set(place, times);
    const name = times === 1 ? place : `${place}-${times}`;
    const account = String(Math.floor(random() * 1e12)).padStart(12, '0');
    const base = pick(BASES);
    const first = Math.floor(random() * ROLES_OF_AN_ACCOUNT.length);
    for (let index = 0; index < perAccount && sections.length < roles; index++) {
      const role = ROLES_OF_AN_ACCOUNT[(first + index) % ROLES_OF_AN_ACCOUNT.length] ?? '';
      const suffix = perAccount === 1 ? '' : `-${role.replace('Access', '').toLowerCase()}`;
      sections.push(
        `[${name}${suffix}]\naws_account_id = ${account}\nrole_name = ${role}\nsource_profile = ${base}\ncolor = ${color}\n\n`,
      );
    }
  }
  return sections.join('');
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
