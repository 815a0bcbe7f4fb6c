import { describe, expect, it } from 'vitest';
import { type PageFacts, parseSession } from '../../../src/core/console/session.ts';

/** Every combination of what the page's sources say: each of them may fail, or be of somebody else, without the others. */
const LISTS = {
  state: ['signed in', 'switched'],
  mode: ['classic', 'multi-session'],
  meta: ['whole', 'missing', 'malformed', 'ill-typed', 'null'],
  endpoint: ['global', 'regional', 'empty', 'missing', 'foreign'],
  info: ['whole', 'missing', 'malformed', 'ill-typed'],
  cookie: ['own', 'missing', 'malformed', 'ill-typed', 'of another session'],
  alias: ['alias', 'no alias'],
} as const;

type Mix = { readonly [Name in keyof typeof LISTS]: (typeof LISTS)[Name][number] };

const MIXES: readonly Mix[] = LISTS.meta.flatMap((meta) =>
  LISTS.endpoint.flatMap((endpoint) =>
    LISTS.info.flatMap((info) =>
      LISTS.cookie.flatMap((cookie) =>
        LISTS.alias.flatMap((alias) =>
          LISTS.mode.flatMap((mode) =>
            LISTS.state.map((state) => ({ state, mode, meta, endpoint, info, cookie, alias })),
          ),
        ),
      ),
    ),
  ),
);

const PAGE_HOSTS = {
  'classic signed in': 'us-east-1.console.aws.amazon.com',
  'classic switched': 'us-east-1.console.aws.amazon.com',
  'multi-session signed in': '111111111111-abcd1234.us-east-1.console.aws.amazon.com',
  'multi-session switched': '222222222222-wxyz9876.us-east-1.console.aws.amazon.com',
};
const USER = { arn: 'arn:aws:iam::111111111111:user/team/jo', id: '111111111111', alias: 'hatrack-jump' };
const ROLE = { arn: 'arn:aws:sts::222222222222:assumed-role/Admin/jo', id: '222222222222', alias: 'payments-prod' };
const OTHER = { arn: 'arn:aws:iam::999999999999:user/kim', alias: 'other-corp' };
const ENDPOINTS = {
  global: 'signin.aws.amazon.com',
  regional: 'us-east-1.signin.aws.amazon.com',
  empty: '',
  missing: undefined,
  foreign: 'signin.aws.amazon.com.evil.example',
};
const ILL_TYPED = {
  meta: { accountId: 111111111111, accountAlias: ['x'], sessionARN: {}, signInEndpoint: 1, prismModeEnabled: 'yes' },
  info: { loginDisplayNameUser: 7, loginDisplayNameAccount: {}, roleDisplayNameUser: [], roleDisplayNameAccount: true },
  cookie: { arn: 1, alias: null },
};

function factsOf({ state, mode, meta, endpoint, info, cookie, alias }: Mix): PageFacts {
  const now = state === 'switched' ? ROLE : USER;
  const shown = ({ id, alias: name }: { readonly id: string; readonly alias: string }) =>
    alias === 'alias' ? name : id.replace(/(\d{4})(?=\d)/g, '$1-');
  const metas: Readonly<Record<Mix['meta'], string | undefined>> = {
    whole: JSON.stringify({
      accountId: now.id,
      accountAlias: alias === 'alias' ? now.alias : '',
      sessionARN: now.arn,
      signInEndpoint: ENDPOINTS[endpoint],
    }),
    missing: undefined,
    malformed: '{"accountId":"1111',
    'ill-typed': JSON.stringify(ILL_TYPED.meta),
    null: 'null',
  };
  const infos: Readonly<Record<Mix['info'], string | undefined>> = {
    whole: JSON.stringify({
      loginDisplayNameUser: 'jo',
      loginDisplayNameAccount: shown(USER),
      roleDisplayNameUser: state === 'switched' ? 'Admin' : null,
      roleDisplayNameAccount: state === 'switched' ? shown(ROLE) : null,
    }),
    missing: undefined,
    malformed: '{"loginDisplay',
    'ill-typed': JSON.stringify(ILL_TYPED.info),
  };
  const cookies: Readonly<Record<Mix['cookie'], string | undefined>> = {
    own: encodeURIComponent(JSON.stringify({ arn: now.arn, alias: alias === 'alias' ? now.alias : now.id })),
    missing: undefined,
    malformed: '%7B%22arn',
    'ill-typed': encodeURIComponent(JSON.stringify(ILL_TYPED.cookie)),
    'of another session': encodeURIComponent(JSON.stringify(OTHER)),
  };
  return {
    pageUrl: `https://${PAGE_HOSTS[`${mode} ${state}`]}/ec2/home?region=us-east-1`,
    sessionData: metas[meta],
    signInEndpoint: undefined,
    accountInfo: infos[info],
    userInfo: cookies[cookie],
  };
}

/** Who may switch, and in which role one is, in words. */
interface Told {
  readonly who: string;
  readonly role: string;
}

const NOBODY: Told = { who: 'unknown', role: 'none' };

function toldBy(mix: Mix): Told {
  const hasMeta = mix.meta === 'whole';
  const cookie = mix.mode === 'classic' ? mix.cookie : 'missing';
  const isWhole = hasMeta || cookie === 'own';
  const hasAlias = mix.alias === 'alias';
  /** The bar alone shows the alias or the number. */
  const inBar = ({ id, alias }: { readonly id: string; readonly alias: string }) =>
    hasAlias ? `- ${alias}` : `${id} -`;
  const known = ({ id, alias }: { readonly id: string; readonly alias: string }) => `${id} ${hasAlias ? alias : '-'}`;
  const account = isWhole ? known : inBar;
  if (mix.info !== 'whole') {
    // What is a switched session's is then taken for a sign-in of its own: nothing else tells the two apart.
    if (isWhole) {
      return {
        who: mix.state === 'switched' ? `role Admin ${known(ROLE)}` : `iam-user - ${known(USER)}`,
        role: 'none',
      };
    }
    return cookie === 'of another session' ? { who: 'iam-user - 999999999999 other-corp', role: 'none' } : NOBODY;
  }
  if (mix.state === 'signed in') return { who: `iam-user - ${account(USER)}`, role: 'none' };
  const role = `Admin ${account(ROLE)}`;
  return { who: mix.mode === 'classic' ? `iam-user - ${inBar(USER)}` : `role ${role}`, role };
}

function toldNow(mix: Mix): Told {
  const result = parseSession(factsOf(mix));
  if (!result.ok) return NOBODY;
  const { identity, current } = result.session;
  const account = (names: { readonly accountId: string | undefined; readonly accountAlias: string | undefined }) =>
    `${names.accountId ?? '-'} ${names.accountAlias ?? '-'}`;
  return {
    who: `${identity.kind} ${identity.loginRole ?? '-'} ${account(identity)}`,
    role: current ? `${current.roleName} ${account(current)}` : 'none',
  };
}

describe.each(LISTS.meta)('with the meta element %s', (meta) => {
  describe.each(LISTS.info)('and the account info %s', (info) => {
    const mixes = MIXES.filter((mix) => mix.meta === meta && mix.info === info);

    it('tells who is signed in, and never of two sessions at once', () => {
      expect(mixes.map((mix) => ({ mix, told: toldNow(mix) }))).toEqual(
        mixes.map((mix) => ({ mix, told: toldBy(mix) })),
      );
    });

    it('sends nothing but to a sign-in host of the partition', () => {
      for (const mix of mixes) {
        const result = parseSession(factsOf(mix));
        if (!result.ok) continue;
        const named = meta === 'whole' ? ENDPOINTS[mix.endpoint] : undefined;
        const wanted = mix.endpoint === 'foreign' && named ? undefined : named || 'signin.aws.amazon.com';
        expect(result.session.signInHost, JSON.stringify(mix)).toBe(wanted);
      }
    });
  });
});
