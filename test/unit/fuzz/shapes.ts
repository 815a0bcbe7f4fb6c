const ARN = 'arn:aws:iam::111111111111:role/';

function many(count: number, item: (index: number) => string): string {
  let text = '';
  for (let index = 0; index < count; index++) text += item(index);
  return text;
}

/** Texts that are hard to read, each about `size` things long: characters, lines, sections, names or links. */
export const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'one line of letters': (size) => 'x'.repeat(size),
  'one line of blanks': (size) => `[a]\n${' '.repeat(size)}x`,
  'one value': (size) => `[a]\nlabel = ${'x'.repeat(size)}`,
  'one key': (size) => `[a]\n${'x'.repeat(size)} = 1`,
  'one name': (size) => `[${'x'.repeat(size)}]\nrole_arn = ${ARN}A`,
  'one role name': (size) => `[a]\nrole_arn = ${ARN}${'x/'.repeat(size / 2)}A`,
  'one account': (size) => `[a]\naws_account_id = ${'a-'.repeat(size / 2)}\nrole_name = A`,
  'one URL of slashes': (size) => `[a]\n${`sso_account_id = 111111111111\nsso_role_name = P\nrole_arn = ${ARN}A`}
sso_start_url = https://x${'/'.repeat(size)}y\nstart_url = ${'/x'.repeat(size / 2)}\nimage = https://x${'/'.repeat(size)}`,
  'quotes in a line': (size) => `[a]\nlabel = ${'" '.repeat(size / 2)}`,
  'quotes with blanks between': (size) => `[a]\nlabel = "${' '.repeat(size)}x`,
  'comment characters': (size) => `[a]\nlabel = ${'#;'.repeat(size / 2)}\ncolor = ${' #'.repeat(size / 2)}`,
  brackets: (size) => '['.repeat(size),
  'brackets in lines': (size) => '[\n'.repeat(size),
  'equals signs': (size) => `[a]\n${'='.repeat(size)}`,
  'equals signs in lines': (size) => `[a]\n${'=\n'.repeat(size)}`,
  'line ends of all kinds': (size) => '\r\n\r\n\n\r'.repeat(size / 4),
  'lone surrogates': (size) => `[${'\uD800'.repeat(size)}]\nlabel = ${'\uDC00'.repeat(size)}`,
  'NUL characters': (size) => `[a]\n\u0000 = ${'\u0000'.repeat(size)}`,
  sections: (size) => many(size, (at) => `[s${at}]\nrole_arn = ${ARN}R${at}\n`),
  'empty sections': (size) => '[a]\n'.repeat(size),
  'sections of one name that contradict': (size) => many(size, (at) => `[a]\nrole_arn = ${ARN}R${at}\n`),
  'sections of one name that do not': (size) => `[a]\nrole_arn = ${ARN}R\n`.repeat(size),
  'bases of one name, and roles of it': (size) =>
    many(
      size,
      (at) => `[b]\naws_account_id = ${100_000_000_000 + at}\n[r${at}]\nrole_arn = ${ARN}A\nsource_profile = b\n`,
    ),
  'sections called like members of objects': (size) =>
    many(size / 4, () => `[__proto__]\nrole_arn = ${ARN}A\n[constructor]\n__proto__ = 1\nhasOwnProperty = 2\n`),
  'Identity Center sessions': (size) =>
    many(
      size,
      (at) => `[sso-session s${at}]\nsso_start_url = https://x\n[p${at}]\nsso_session = s${at}
sso_account_id = 111111111111\nsso_role_name = P\n`,
    ),
  'keys of one section': (size) => `[a]\n${many(size, (at) => `x_${at} = 1\n`)}`,
  'unknown keys': (size) => `[a]\n${many(size, (at) => `role_nam${at} = 1\n`)}`,
  'one key again and again': (size) => `[a]\n${'color = red\n'.repeat(size)}`,
  'nested lines': (size) => `[a]\ns3 =\n${'  x = 1\n'.repeat(size)}`,
  tags: (size) => `[a]\nrole_arn = ${ARN}A\ntags = ${many(size, (at) => `${at},`)}`,
  commas: (size) => `[a]\nrole_arn = ${ARN}A\nsource_profile = ${','.repeat(size)}\ntags = ${','.repeat(size)}`,
  'a list of missing bases': (size) => `[a]\nrole_arn = ${ARN}A\nsource_profile = ${many(size, (at) => `b${at},`)}`,
  'a list of bases with defaults of their own': (size) =>
    `${many(size, (at) => `[b${at}]\naws_account_id = 111111111111\ntarget_role_name = R${at}\n`)}[a]
aws_account_id = 222222222222\nsource_profile = ${many(size, (at) => `b${at},`)}\n`,
  'a chain': (size) => many(size, (at) => `[p${at}]\nrole_arn = ${ARN}A\nsource_profile = p${at + 1}\n`),
  'a chain upwards': (size) => many(size, (at) => `[p${at}]\nrole_arn = ${ARN}A\nsource_profile = p${at - 1}\n`),
  'a loop': (size) => many(size, (at) => `[p${at}]\nrole_arn = ${ARN}A\nsource_profile = p${(at + 1) % size}\n`),
  'loops of one': (size) => many(size, (at) => `[p${at}]\nrole_arn = ${ARN}A\nsource_profile = p${at}\n`),
  'everything linked with everything': (size) => {
    const side = Math.floor(Math.sqrt(size));
    const all = many(side, (at) => `p${at},`);
    return many(side, (at) => `[p${at}]\nrole_arn = ${ARN}A\nsource_profile = ${all}\n`);
  },
  credentials: (size) => many(size, (at) => `[c${at}]\naws_secret_access_key = x\n  and more\n`),
  'a credential of many lines': (size) => `[c]\naws_session_token =\n${'  x\n'.repeat(size)}`,
};
