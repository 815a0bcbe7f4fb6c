import { describe, expect, it } from 'vitest';
import type { AccountRef, Config, Role } from '../../../src/core/config/config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { type LayerTexts, layersOf, nameOfOrigin } from './layer-texts.ts';

const ONE = '111111111111';
const TWO = '222222222222';
const ROLE = `[x]\nrole_arn = arn:aws:iam::${ONE}:role/Admin\n`;
const SSO = `[p]\nsso_account_id = ${ONE}\nsso_role_name = ReadOnly\n`;

function read(texts: LayerTexts): Config {
  return readLayers(layersOf(texts));
}

/** Each role as `whose: section → account/role (bases)`. */
function targets({ roles }: Config): string[] {
  return roles.map(({ origin, profile, account, roleName, bases }) => {
    const names = bases.length > 0 ? ` (${bases.join()})` : '';
    return `${nameOfOrigin(origin)}: ${profile} → ${spell(account)}/${roleName}${names}`;
  });
}

function spell(account: AccountRef | undefined): string | undefined {
  return account?.kind === 'id' ? account.id : account?.alias;
}

/** Each base as `whose: section → account`. */
function bases(config: Config): string[] {
  return config.bases.map(({ origin, profile, account }) => `${nameOfOrigin(origin)}: ${profile} → ${spell(account)}`);
}

/** Each problem as `whose line code values`. */
function problems({ problems: own, layerProblems }: Config): string[] {
  return [...layerProblems, { origin: { kind: 'personal' } as const, problems: own }].flatMap(({ origin, problems }) =>
    problems.map(({ line, code, values }) => [nameOfOrigin(origin), line, code, ...values].join(' ')),
  );
}

function firstRole(texts: LayerTexts): Role | undefined {
  return read(texts).roles[0];
}

describe('roles of all layers', () => {
  it('stand in their order, each with its origin and its line of its own text', () => {
    const config = read({
      policy: `# ours\n[a]\nrole_arn = arn:aws:iam::${ONE}:role/A`,
      team: `[b]\nrole_arn = arn:aws:iam::${ONE}:role/B`,
      other: `\n\n[c]\nrole_arn = arn:aws:iam::${ONE}:role/C`,
      personal: `\n[d]\nrole_arn = arn:aws:iam::${ONE}:role/D`,
    });
    expect(config.roles.map(({ origin, profile, line }) => [nameOfOrigin(origin), profile, line])).toEqual([
      ['policy', 'a', 2],
      ['team', 'b', 1],
      ['other', 'c', 3],
      ['personal', 'd', 2],
    ]);
    expect(problems(config)).toEqual([]);
  });

  it('have the ids that they have alone', () => {
    const own = `[y]\nrole_arn = arn:aws:iam::${TWO}:role/Admin\n`;
    const together = read({ team: ROLE, personal: own }).roles.map(({ id }) => id);
    expect(together).toEqual([firstRole({ team: ROLE })?.id, firstRole({ personal: own })?.id]);
  });

  it('keep the problems of each text apart', () => {
    const config = read({ policy: '[x\n', team: '\n\nwhat?\n', personal: '\n[y]\nfoo = 1' });
    expect(problems(config)).toEqual([
      'policy 1 unclosed-section',
      'team 3 text-without-key',
      'personal 2 section-without-role y',
      'personal 3 unknown-key foo',
    ]);
    expect(config.problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('bases', () => {
  const base = `[jump]\naws_account_id = ${TWO}\n`;
  const ofJump = `${ROLE}source_profile = jump\n`;

  it.each<[string, LayerTexts, string[]]>([
    ['of the team serve personal roles', { team: base, personal: ofJump }, [`team: jump → ${TWO}`]],
    ['of the user serve roles of the team', { team: ofJump, personal: base }, [`personal: jump → ${TWO}`]],
    ['of a team source serve the policy’s roles', { policy: ofJump, other: base }, [`other: jump → ${TWO}`]],
  ])('%s', (_, texts, expected) => {
    const config = read(texts);
    expect(bases(config)).toEqual(expected);
    expect(problems(config)).toEqual([]);
  });

  it('are missed where no layer has them, in the layer that names them', () => {
    expect(problems(read({ team: `${ROLE}source_profile = jump`, personal: '' }))).toEqual([
      'team 3 unknown-source-profile jump',
    ]);
  });

  it('give their defaults to roles of later layers', () => {
    const [role] = read({
      team: `${base}target_role_name = Dev\ntarget_region = eu-west-1`,
      personal: `[x]\naws_account_id = ${ONE}\nsource_profile = jump`,
    }).roles;
    expect([role?.roleName, role?.region]).toEqual(['Dev', 'eu-west-1']);
  });

  it('give a role name to an earlier role that would have none', () => {
    const team = `[x]\naws_account_id = ${ONE}\nsource_profile = jump`;
    expect(problems(read({ team }))).toContain('team 2 role-without-name x');
    const config = read({ team, personal: `${base}target_role_name = Dev` });
    expect(targets(config)).toEqual([`team: x → ${ONE}/Dev (jump)`]);
    expect(problems(config)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a region', `${ROLE}source_profile = jump`, `${base}target_region = eu-west-1`],
    [
      'a second role',
      `[a]\naws_account_id = ${TWO}\ntarget_role_name = Dev\n[x]\naws_account_id = ${ONE}\nsource_profile = a, jump`,
      `${base}target_role_name = Admin`,
    ],
    ['a name with a comma', `${ROLE}source_profile = a, jump`, `[a, jump]\naws_account_id = ${TWO}`],
    ['a list where it names one', `${ROLE}source_profile = a, b\n[a, b]\n`, '[a, b]\nlabel = mine'],
    ['a loop', `${ROLE}source_profile = jump`, `[jump]\nrole_arn = arn:aws:iam::${TWO}:role/A\nsource_profile = x`],
  ])('bring no earlier role %s', (_, team, personal) => {
    const known = read({ team }).roles;
    expect(read({ team, personal }).roles.filter(({ origin }) => origin.kind === 'team')).toEqual(known);
  });

  it('in a loop through two layers are left out in the later one', () => {
    const config = read({
      team: `${ROLE}source_profile = y`,
      personal: `[y]\nrole_arn = arn:aws:iam::${TWO}:role/Y\nsource_profile = x\n`,
    });
    expect(targets(config)).toEqual([`team: x → ${ONE}/Admin (y)`, `personal: y → ${TWO}/Y`]);
    expect(problems(config)).toEqual(['personal 3 source-profile-loop x']);
  });
});

describe('a later section of the same name', () => {
  it('changes how the role is shown', () => {
    const role = firstRole({
      team: `${ROLE}color = red\nlabel = Theirs\ngroup = g\ntags = a\nnote = n\nimage = https://h/a\nfavorite = true\n`,
      personal: `[profile x]\ncolor = 00f\ndisplay_name = Mine\ngroup = h\ntags = b, c\nnote = mine\nimage = https://h/b
favorite = false\nhidden = true`,
    });
    expect(role).toMatchObject({
      ...{ profile: 'x', roleName: 'Admin', color: '0000ff', label: 'Mine', group: 'h' },
      ...{ tags: ['b', 'c'], note: 'mine' },
      ...{ image: 'https://h/b', favorite: false, hidden: true, line: 1, origin: { kind: 'team', name: 'team' } },
    });
  });

  it('leaves what it does not name', () => {
    const role = firstRole({ team: `${ROLE}color = red\nlabel = Theirs\nhidden = true`, personal: '[x]\ngroup = h' });
    expect(role).toMatchObject({ color: 'ff0000', label: 'Theirs', hidden: true, group: 'h' });
  });

  it('is shown as the last layer says', () => {
    const texts = { policy: ROLE, team: '[x]\ncolor = red\nlabel = T', other: '[x]\ncolor = lime\ngroup = o' };
    expect(firstRole({ ...texts, personal: '[x]\nlabel = P' })).toMatchObject({
      ...{ color: '00ff00', label: 'P', group: 'o', origin: { kind: 'policy' } },
    });
  });

  it('leaves the value of before where its own can’t be used', () => {
    const config = read({ team: `${ROLE}color = red\nhidden = yes`, personal: '[x]\ncolor = purpel\nhidden = maybe' });
    expect(config.roles[0]).toMatchObject({ color: 'ff0000', hidden: true });
    expect(problems(config)).toEqual(['personal 2 bad-color purpel', 'personal 3 bad-boolean maybe hidden']);
  });

  it('shows all roles of that name alike', () => {
    const team = `${ROLE}[x]\nrole_arn = arn:aws:iam::${TWO}:role/Admin\n`;
    const { roles } = read({ team, personal: '[x]\ncolor = red\n' });
    expect(roles.map(({ color }) => color)).toEqual(['ff0000', 'ff0000']);
  });

  it('names a permission set of the portal', () => {
    const { portalRoles } = read({ team: `${SSO}sso_start_url = https://a`, personal: '[p]\nlabel = Mine' });
    expect(portalRoles).toMatchObject([{ profile: 'p', label: 'Mine', origin: { kind: 'team', name: 'team' } }]);
  });

  it.each<[string, string, string, string[]]>([
    ['region', 'region = eu-west-1', 'region = us-east-1', ['region']],
    ['start_url', 'start_url = s3/home', 'destination = ec2/home', ['start_url']],
    [
      'source_profile',
      'source_profile = x2\n[x2]\naws_account_id = 333333333333',
      'source_profile = y',
      ['source_profile'],
    ],
    ['env', 'env = prod', 'env = dev', ['env']],
    ['what is new', '', 'region = us-east-1\nexternal_id = e\ncontainer = c', ['region', 'external_id', 'container']],
    ['confirm taken away', 'confirm = true', 'confirm = false', ['confirm']],
    ['nothing: the very same', 'region = eu-west-1\nenv = prod', 'region = eu-west-1\nenv = prod', []],
    ['nothing: other spellings of the same', 'confirm = true', 'confirm = yes', []],
    ['nothing: what only other programs read', '', 'output = json\ncli_pager =\nduration_seconds = 900', []],
    ['nothing: the role said in two ways', '', `aws_account_id = 1111-1111-1111\nrole_name = Admin`, []],
    ['nothing: the account alone', '', `aws_account_id = ${ONE}`, []],
    ['nothing: the role alone', '', 'role_name = Admin', []],
  ])('may not change %s', (_, earlier, later, keys) => {
    const team = `${ROLE}${earlier}\n`;
    const config = read({ team, personal: `[x]\ncolor = red\n${later}\n` });
    const [expected] = read({ team }).roles;
    expect(config.roles[0]).toEqual({ ...expected, color: 'ff0000' });
    expect(problems(config)).toEqual(keys.map((key, at) => `personal ${at + 3} not-overridable ${key} team team`));
  });

  it('may ask before switching', () => {
    expect(firstRole({ team: ROLE, personal: '[x]\nconfirm = true' })?.confirm).toBe(true);
    expect(firstRole({ team: `${ROLE}confirm = true`, personal: '[x]\nconfirm = false' })?.confirm).toBe(true);
    const config = read({ policy: ROLE, team: '[x]\nconfirm = true', personal: '[x]\nconfirm = false' });
    expect(config.roles[0]?.confirm).toBe(true);
    expect(problems(config)).toEqual(['personal 2 not-overridable confirm policy']);
  });

  it.each<[string, string, string]>([
    ['another account', ROLE, `[x]\nrole_arn = arn:aws:iam::${TWO}:role/Admin`],
    ['another role', ROLE, `[x]\nrole_arn = arn:aws:iam::${ONE}:role/Other`],
    ['another partition', ROLE, `[x]\nrole_arn = arn:aws-cn:iam::${ONE}:role/Admin`],
    ['another path', ROLE, `[x]\nrole_arn = arn:aws:iam::${ONE}:role/team/Admin`],
    ['another account in parts', ROLE, `[x]\naws_account_id = ${TWO}`],
    ['another role alone', ROLE, '[x]\nrole_name = Other'],
    ['another account of a base', `[x]\naws_account_id = ${ONE}`, `[x]\naws_account_id = ${TWO}`],
    ['a role in place of a base', '[x]\nmfa_serial = GAHT1234', ROLE],
    ['a permission set', ROLE, `[x]\nsso_account_id = ${ONE}\nsso_role_name = A\nsso_session = s`],
  ])('that is %s counts for nothing, so that its colour and label are on no other role', (_, team, personal) => {
    const config = read({ team, personal: `\n${personal}\ncolor = red\nlabel = Mine\nhidden = true` });
    const { problems: __, layerProblems: ___, unread: ____, ...known } = read({ team });
    expect(config).toMatchObject(known);
    expect(config.unread).toMatchObject([{ name: 'x', line: 2, problem: { code: 'name-taken' } }]);
    expect(problems(config)).toContain('personal 2 name-taken x team team');
    expect(problems(config).filter((problem) => problem.startsWith('personal'))).toHaveLength(1);
  });

  it('whose own role can’t be read counts for nothing', () => {
    const config = read({ team: ROLE, personal: '[x]\nrole_arn = x\ncolor = red' });
    expect(config.roles[0]?.color).toBeUndefined();
    expect(problems(config)).toEqual(['personal 2 bad-role-arn x']);
  });

  it('of a base that leaves its login role open may not close it', () => {
    const config = read({
      team: `[x]\naws_account_id = ${ONE}`,
      personal: `[x]\naws_account_id = ${ONE}\nrole_name = Dev`,
    });
    expect(config.bases[0]?.loginRole).toBeUndefined();
    expect(problems(config)).toEqual(['personal 3 not-overridable role_name team team']);
  });

  it('counts like a later layer’s in a second team source', () => {
    const config = read({ team: ROLE, other: `[x]\nrole_arn = arn:aws:iam::${TWO}:role/Admin` });
    expect(targets(config)).toEqual([`team: x → ${ONE}/Admin`]);
    expect(problems(config)).toEqual(['other 1 name-taken x team team']);
  });

  it('is the one that counts where the first says neither who nor where', () => {
    const config = read({ team: '[x]\nregion = eu-west-1\noutput = json\n', personal: ROLE });
    expect(targets(config)).toEqual([`personal: x → ${ONE}/Admin`]);
    expect(config.roles[0]?.region).toBeUndefined();
    expect(problems(config)).toEqual([]);
  });
});

describe('portals', () => {
  const portal = (url: string) => `[sso-session s]\nsso_start_url = ${url}\n`;

  it('of any layer serve profiles of all', () => {
    const urls = ({ portalRoles }: Config) => portalRoles.map(({ portalUrl }) => portalUrl);
    expect(urls(read({ team: portal('https://a'), personal: `${SSO}sso_session = s` }))).toEqual(['https://a']);
    expect(urls(read({ team: `${SSO}sso_session = s`, personal: portal('https://a') }))).toEqual(['https://a']);
  });

  it('are those of the first layer that has them', () => {
    const config = read({ team: `${portal('https://a')}${SSO}sso_session = s`, personal: portal('https://b') });
    expect(config.portalRoles[0]?.portalUrl).toBe('https://a');
    expect(problems(config)).toEqual(['personal 2 not-overridable sso_start_url team team']);
    const same = read({ team: `${portal('https://a')}${SSO}sso_session = s`, personal: portal('https://a') });
    expect(problems(same)).toEqual([]);
  });

  it('of a later layer don’t count before a profile’s own', () => {
    const team = `${SSO}sso_session = s\nsso_start_url = https://a`;
    expect(read({ team, personal: portal('https://b') }).portalRoles[0]?.portalUrl).toBe('https://a');
  });
});
