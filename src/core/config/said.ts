import type { AccountRef } from './config.ts';
import { type ProfileIdentity, readIdentity, signInAccount } from './identity.ts';
import type { KnownKey } from './keys.ts';
import type { Profile } from './profile.ts';
import { parseBoolean } from './shown.ts';

/** Stands for anything that is not asked, and for what a profile leaves open. Neither can be in a name. */
const ANY = '*';
const OPEN = '?';

/** How far a section means the role or base that others of its name are. */
export type Agreement =
  | 'same'
  /** The account is theirs, the role name something that they leave open. */
  | 'more'
  | 'other';

/** What profiles of one name say, all together, so that many sections of that name cost no more than one each. */
export class Said {
  /** Whether one of them asks before switching. */
  readonly asksFirst: boolean;
  readonly #values = new Set<string>();
  readonly #targets = new Set<string>();

  constructor(profiles: readonly Profile[]) {
    for (const profile of profiles) {
      for (const [key, { value }] of profile.values) this.#values.add(`${key}\n${value}`);
      this.#addTarget(profile);
    }
    this.asksFirst = profiles.some(({ values }) => parseBoolean(values.get('confirm')?.value ?? '') === true);
  }

  has(key: KnownKey, value: string): boolean {
    return this.#values.has(`${key}\n${value}`);
  }

  /** Whether one of them is what a section says that it is, as far as it says anything. */
  agrees({ partition, account, roleName }: ProfileIdentity): Agreement {
    const partitions = partition === undefined ? [ANY] : [partition, OPEN];
    const isTarget = (role: string) =>
      partitions.some((each) => this.#targets.has([each, account ? spell(account) : ANY, role].join('\n')));
    if (isTarget(roleName ?? ANY)) return 'same';
    return isTarget(OPEN) ? 'more' : 'other';
  }

  #addTarget(profile: Profile): void {
    const identity = readIdentity(profile, () => undefined);
    const account = signInAccount(profile, identity);
    for (const partition of [identity.partition ?? OPEN, ANY]) {
      for (const place of account ? [spell(account), ANY] : [ANY]) {
        for (const role of [identity.roleName ?? OPEN, ANY]) this.#targets.add([partition, place, role].join('\n'));
      }
    }
  }
}

function spell(account: AccountRef): string {
  return account.kind === 'id' ? account.id : account.alias;
}
