import type { SignInOptions } from '../console/stand-in.ts';

/**
 * Every way of being signed in that the stand-in can show, and what Hatrack has to make of it: plain tables, so that the
 * expectation owes nothing to the code that it judges.
 *
 * AWS itself shows multi-session with the bar of 2025 alone, and the EU Sovereign Cloud is younger than the other bars.
 * They are combined all the same: Hatrack goes by what the page says, never by its partition or its look
 * (console-contract §1).
 */
export const KINDS = ['iam-user', 'root', 'saml', 'identity-center', 'federated-user', 'switched'] as const;
export const PARTITIONS = ['aws', 'aws-us-gov', 'aws-cn', 'aws-eusc'] as const;
export const HEADERS = ['2025', '2020', 'legacy', 'none'] as const;

export type Kind = (typeof KINDS)[number];

export interface Cell {
  readonly kind: Kind;
  readonly partition: (typeof PARTITIONS)[number];
  readonly header: (typeof HEADERS)[number];
  readonly multiSession: boolean;
}

/**
 * The cells of one mode; four that follow each other are of four partitions. In multi-session the IAM user's switch
 * leads into the role of the switched session, which comes right after.
 */
export function cells(multiSession: boolean): Cell[] {
  const kinds = multiSession ? [...new Set<Kind>(['iam-user', 'switched', ...KINDS])] : KINDS;
  return HEADERS.flatMap((header) =>
    kinds.flatMap((kind) => PARTITIONS.map((partition) => ({ kind, partition, header, multiSession }))),
  );
}

export function cellName({ kind, partition, header, multiSession }: Cell): string {
  return `${kind}, ${partition}, header ${header}, ${multiSession ? 'multi-session' : 'classic'}`;
}

interface PlaceAccount {
  readonly id: string;
  readonly alias: string;
  /** As the menu shows it. */
  readonly shown: string;
}

interface Place {
  /** What the labels of its roles begin with. */
  readonly word: string;
  readonly jump: PlaceAccount;
  readonly target: PlaceAccount;
  readonly consoleHost: string;
  readonly region: string;
  readonly otherRegion: string;
  readonly signInHosts: Readonly<Record<'global' | 'regional', string>>;
  readonly portal: string;
}

const PLACES: Readonly<Record<Cell['partition'], Place>> = {
  aws: {
    word: 'aws',
    jump: { id: '111111111111', alias: 'hatrack-jump', shown: 'hatrack-jump (1111-1111-1111)' },
    target: { id: '121212121212', alias: 'aws-crossroads', shown: 'aws-crossroads (1212-1212-1212)' },
    consoleHost: 'us-east-1.console.aws.amazon.com',
    region: 'us-east-1',
    otherRegion: 'eu-west-1',
    signInHosts: { global: 'signin.aws.amazon.com', regional: 'us-east-1.signin.aws.amazon.com' },
    portal: 'https://hatrack.awsapps.com/start',
  },
  'aws-us-gov': {
    word: 'gov',
    jump: { id: '111122223333', alias: 'hatrack-gov-jump', shown: 'hatrack-gov-jump (1111-2222-3333)' },
    target: { id: '131313131313', alias: 'gov-crossroads', shown: 'gov-crossroads (1313-1313-1313)' },
    consoleHost: 'us-gov-west-1.console.amazonaws-us-gov.com',
    region: 'us-gov-west-1',
    otherRegion: 'us-gov-east-1',
    signInHosts: { global: 'signin.amazonaws-us-gov.com', regional: 'us-gov-west-1.signin.amazonaws-us-gov.com' },
    portal: 'https://start.us-gov-home.awsapps.com/directory/hatrack',
  },
  'aws-cn': {
    word: 'cn',
    jump: { id: '777700001111', alias: 'hatrack-cn-jump', shown: 'hatrack-cn-jump (7777-0000-1111)' },
    target: { id: '141414141414', alias: 'cn-crossroads', shown: 'cn-crossroads (1414-1414-1414)' },
    consoleHost: 'cn-north-1.console.amazonaws.cn',
    region: 'cn-north-1',
    otherRegion: 'cn-northwest-1',
    signInHosts: { global: 'signin.amazonaws.cn', regional: 'cn-north-1.signin.amazonaws.cn' },
    portal: 'https://start.home.awsapps.cn/directory/hatrack',
  },
  'aws-eusc': {
    word: 'eu',
    jump: { id: '888800001111', alias: 'hatrack-eu-jump', shown: 'hatrack-eu-jump (8888-0000-1111)' },
    target: { id: '151515151515', alias: 'eu-crossroads', shown: 'eu-crossroads (1515-1515-1515)' },
    consoleHost: 'eusc-de-east-1.console.amazonaws-eusc.eu',
    // It has one region, and no sign-in host but that region's.
    region: 'eusc-de-east-1',
    otherRegion: 'eusc-de-east-1',
    signInHosts: {
      global: 'eusc-de-east-1.signin.amazonaws-eusc.eu',
      regional: 'eusc-de-east-1.signin.amazonaws-eusc.eu',
    },
    portal: 'https://ssoins-0123456789abcdef.eusc-de-east-1.portal.amazonaws.eu',
  },
};

/** What the page says of its sign-in host, with each bar something else. */
const ENDPOINTS = { '2025': 'global', '2020': 'regional', legacy: 'absent', none: 'regional' } as const;

/** The roles and bases of all partitions in one text: no sign-in may see another partition's. */
export const MATRIX_TEXT = PARTITIONS.map(partitionText).join('\n');

function partitionText(partition: Cell['partition']): string {
  const { word, jump, target, otherRegion, portal } = PLACES[partition];
  const arn = (account: string, roleName: string) => `arn:${partition}:iam::${account}:role/${roleName}`;
  return `[${word}-by-number]
aws_account_id = ${jump.id}
aws_account_alias = ${jump.alias}
[${word}-by-alias]
aws_account_id = ${jump.alias}
[${word} saml]
role_arn = ${arn(jump.id, 'JumpRole')}
[${word} by-portal]
sso_start_url = ${portal}
sso_account_id = ${jump.id}
sso_role_name = Power_User
[${word}-elsewhere]
aws_account_id = 999999999999

[${word} number]
role_arn = ${arn(target.id, 'team/Reader')}
source_profile = ${word}-by-number
region = ${otherRegion}
[${word} alias]
aws_account_id = ${target.alias}
role_name = Writer
source_profile = ${word}-by-alias
[${word} login-role]
role_arn = ${arn(target.id, 'SamlOnly')}
source_profile = ${word} saml
[${word} permission-set]
role_arn = ${arn(target.id, 'PermissionSetOnly')}
source_profile = ${word} by-portal
[${word} several]
aws_account_id = ${target.alias}
role_name = Operator
source_profile = ${word}-elsewhere, ${word}-by-number, ${word}-by-alias, ${word} saml, ${word} by-portal
region = ${otherRegion}
[${word} other-account]
role_arn = ${arn(target.id, 'Anybody')}
source_profile = ${word}-elsewhere
[${word} everywhere]
role_arn = ${arn(target.id, 'Anybody')}
[${word} chained]
role_arn = ${arn(target.id, 'Deputy')}
source_profile = ${word} number
`;
}

/**
 * What a classic sign-in's menu lists, in the text's order. A base that is a role itself is listed everywhere, also where
 * one is in it; a permission set of the partition is a portal's link away from everywhere.
 */
const LISTED: Readonly<Record<Kind, readonly string[]>> = {
  'iam-user': ['saml', 'by-portal', 'number', 'alias', 'several', 'everywhere'],
  root: ['by-portal'],
  saml: ['saml', 'by-portal', 'number', 'alias', 'login-role', 'several', 'everywhere'],
  'identity-center': ['saml', 'by-portal', 'number', 'alias', 'permission-set', 'several', 'everywhere'],
  'federated-user': ['saml', 'by-portal', 'number', 'alias', 'several', 'everywhere'],
  // As the user who switched, with the role that they are in.
  switched: ['saml', 'by-portal', 'number', 'alias', 'several', 'everywhere'],
};
/** In multi-session the role that one is in authorises the next switch, so what others lead to is listed as well. */
const LISTED_BESIDE: Readonly<Record<Kind, readonly string[]>> = {
  'iam-user': ['saml', 'by-portal', 'number', 'alias', 'login-role', 'several', 'everywhere', 'chained'],
  root: ['by-portal'],
  saml: [...LISTED.saml, 'chained'],
  'identity-center': [
    ...['saml', 'by-portal', 'number', 'alias', 'login-role', 'permission-set', 'several', 'everywhere', 'chained'],
  ],
  'federated-user': ['saml', 'by-portal', 'number', 'alias', 'login-role', 'several', 'everywhere', 'chained'],
  // What the user's own session may take is had through that.
  switched: ['saml', 'by-portal', 'number', 'alias', 'login-role', 'several', 'everywhere', 'chained'],
};

interface Choice {
  readonly label: string;
  readonly account: 'id' | 'alias';
  readonly roleName: string;
  /** Where one lands: in the region that the text gives the role, where it gives one, else in the page's own. */
  readonly region: 'page' | 'other';
  /** Who one is then, as the page shows it; undefined where AWS refuses. */
  readonly becomes: string | undefined;
}

const READER: Choice = { ...byId('number', 'team/Reader', 'Reader/jo'), region: 'other' };
/** What is chosen: a role that trusts this way of being signed in, and where that can be told, no other. */
const CHOICES: Readonly<Record<Exclude<Kind, 'root'>, Choice>> = {
  'iam-user': READER,
  saml: byId('login-role', 'SamlOnly', 'SamlOnly/jo@example.com'),
  'identity-center': byId('permission-set', 'PermissionSetOnly', 'PermissionSetOnly/jo@example.com'),
  // AWS lets nobody switch who is signed in with a federation token.
  'federated-user': { ...byId('alias', 'Writer', undefined), account: 'alias' },
  switched: { ...byId('several', 'Operator', 'Operator/jo'), account: 'alias', region: 'other' },
};
/** From the page that the switch before has led to. */
const CHOICE_BESIDE: Choice = { ...byId('chained', 'Deputy', 'Deputy/jo'), region: 'other' };

function byId(label: string, roleName: string, becomes: string | undefined): Choice {
  return { label, account: 'id', roleName, region: 'page', becomes };
}

/** What the menu shows. */
export interface Shown {
  readonly who: string;
  readonly rows: readonly string[];
}

/** One switch: what is chosen, what is sent, and where one is then. */
export interface Switch {
  readonly label: string;
  readonly account: string;
  readonly roleName: string;
  readonly signInHost: string;
  readonly page: string;
  /** The same with the role's region in it. */
  readonly landing: string;
  /** What stands in front of the landing page's host in multi-session, but for the session's own digits. */
  readonly landingAccount: string;
  readonly becomes: string | undefined;
}

export interface Expectation {
  readonly signIn: SignInOptions;
  readonly shown: Shown;
  /** Root has none. */
  readonly choice: Switch | undefined;
  /** How one got into the role of a switched session in multi-session: by a switch. */
  readonly switchBefore: Switch | undefined;
}

export function expectationOf({ kind, partition, header, multiSession }: Cell): Expectation {
  const { word, jump, target, consoleHost, region, otherRegion, signInHosts } = PLACES[partition];
  const pageIn = (shownRegion: string) =>
    `https://${consoleHost}${header === '2025' ? `/ec2/home?region=${shownRegion}#Instances:` : `/s3/home?region=${shownRegion}`}`;
  const endpoint = ENDPOINTS[header];
  const toSwitch = ({ label, account, roleName, becomes, ...choice }: Choice): Switch => ({
    label: `${word} ${label}`,
    account: target[account],
    roleName,
    signInHost: signInHosts[endpoint === 'absent' ? 'global' : endpoint],
    page: pageIn(region),
    landing: pageIn(choice.region === 'other' ? otherRegion : region),
    landingAccount: target.id,
    becomes,
  });
  const isBeside = kind === 'switched' && multiSession;
  const choice = kind === 'root' ? undefined : isBeside ? CHOICE_BESIDE : CHOICES[kind];
  return {
    signIn: {
      partition,
      header,
      multiSession,
      alone: true,
      signInEndpoint: endpoint,
      identity: isBeside ? 'iam-user' : kind,
      switchedTo: { account: target.id, roleName: READER.roleName, displayName: 'Reader', color: 'f2b0a9' },
      to: pageIn(region),
    },
    shown: {
      who: whoIs(kind, jump.shown, target.shown),
      rows: (multiSession ? LISTED_BESIDE : LISTED)[kind].map((label) => `${word} ${label}`),
    },
    choice: choice && toSwitch(choice),
    switchBefore: isBeside ? toSwitch(READER) : undefined,
  };
}

function whoIs(kind: Kind, jump: string, target: string): string {
  switch (kind) {
    case 'iam-user':
    case 'federated-user':
      return `Signed in as jo in ${jump}`;
    case 'root':
      return `Signed in as the root user of ${jump}`;
    case 'saml':
      return `Signed in with JumpRole as jo@example.com in ${jump}`;
    case 'identity-center':
      return `Signed in with Power_User as jo@example.com in ${jump}`;
    case 'switched':
      return `In role Reader in ${target}`;
  }
}

/** Each cell by its name, with the three that come after it. */
export function inOrder(list: readonly Cell[]): (readonly [string, Cell, readonly Cell[]])[] {
  return list.map((cell, index) => [cellName(cell), cell, list.slice(index + 1, index + 4)]);
}
