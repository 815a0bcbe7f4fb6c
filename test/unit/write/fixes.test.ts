import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { FIX_SENTENCE, type Fix, type FixKey, fixesFor } from '../../../src/core/config/fixes.ts';
import { type Layer, PERSONAL } from '../../../src/core/config/layer.ts';
import { type Problem, type ProblemCode, severityOf } from '../../../src/core/config/problem.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { applyEdits } from '../../../src/core/config/write-config.ts';

// Hundreds of whole texts take their time where many tests run at once.
vi.setConfig({ testTimeout: 30_000 });

const ARN = 'arn:aws:iam::111111111111:role/Admin';
const ROLE = `[x]\nrole_arn = ${ARN}\n`;

function problemOf(text: string, code: ProblemCode): Problem {
  const problem = readConfig(text).problems.find((candidate) => candidate.code === code);
  if (!problem) throw new Error(`no ${code} in ${text}`);
  return problem;
}

function titles(fixes: readonly Fix[]): string[] {
  return fixes.map(({ title }) => [title.key, ...title.values].join(' '));
}

describe('the best fix', () => {
  it.each<[ProblemCode, string, string, string]>([
    ['unknown-key', `${ROLE}  Colour = red # c\n`, 'rename-key color', `${ROLE}  color = red # c\n`],
    [
      'bad-role-arn',
      '[x]\nrole_arn = arn:aws:iam:111111111111:role/Admin # c',
      `change-value ${ARN}`,
      `${ROLE.trim()} # c`,
    ],
    ['bad-role-arn', '[x]\nrole_arn = arn:aws:iam::1111-1111-1111:role/Admin\n', `change-value ${ARN}`, ROLE],
    ['bad-role-arn', '[x]\nrole_arn = arn:aws:sts::111111111111:assumed-role/Admin/me\n', `change-value ${ARN}`, ROLE],
    ['bad-role-arn', '[x]\nrole_arn = arn:aws:iam::111111111111:role//Admin/\n', `change-value ${ARN}`, ROLE],
    [
      'bad-account',
      '[x]\naws_account_id = "1111 2222 3333"\nrole_name=A',
      'change-value 111122223333',
      '[x]\naws_account_id = 111122223333\nrole_name=A',
    ],
    [
      'bad-role-name',
      '[x]\naws_account_id = 111122223333\nrole_name=/a//B',
      'change-value a/B',
      '[x]\naws_account_id = 111122223333\nrole_name=a/B',
    ],
    ['bad-color', `${ROLE}color = purpel\n`, 'change-value purple', `${ROLE}color = purple\n`],
    ['bad-color', `${ROLE}color = 0xFF8800\n`, 'change-value ff8800', `${ROLE}color = ff8800\n`],
    ['bad-color', `${ROLE}color = rgb(255, 0, 16)\n`, 'change-value ff0010', `${ROLE}color = ff0010\n`],
    ['bad-color', `${ROLE}color = Light Blue\n`, 'change-value lightblue', `${ROLE}color = lightblue\n`],
    ['bad-region', `${ROLE}region = us-east-1a\n`, 'change-value us-east-1', `${ROLE}region = us-east-1\n`],
    ['bad-region', `${ROLE}region = eu_west_1\n`, 'change-value eu-west-1', `${ROLE}region = eu-west-1\n`],
    ['bad-region', `${ROLE}region = tokyo\n`, 'change-value ap-northeast-1', `${ROLE}region = ap-northeast-1\n`],
    [
      'bad-image',
      `${ROLE}image = http://h.example/i\n`,
      'change-value https://h.example/i',
      `${ROLE}image = https://h.example/i\n`,
    ],
    ['bad-start-url', `${ROLE}start_url = //s3/home\n`, 'change-value s3/home', `${ROLE}start_url = s3/home\n`],
    [
      'start-url-elsewhere',
      `${ROLE}start_url = https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1#Instances:\n`,
      'change-value ec2/home#Instances:',
      `${ROLE}start_url = ec2/home#Instances:\n`,
    ],
    ['bad-boolean', `${ROLE}hidden = maybe\n`, 'change-value true', `${ROLE}hidden = true\n`],
    [
      'bad-choice',
      `${ROLE}container = a\ncontainer_color = bleu\n`,
      'change-value blue',
      `${ROLE}container = a\ncontainer_color = blue\n`,
    ],
    ['unclosed-section', `[x # c\nrole_arn = ${ARN}\n`, 'close-section x', `[x] # c\nrole_arn = ${ARN}\n`],
    [
      'unclosed-section',
      `  [profile a b\nrole_arn = ${ARN}\n`,
      'close-section profile a b',
      `  [profile a b]\nrole_arn = ${ARN}\n`,
    ],
    [
      'text-without-key',
      `[x]\nrole_arn  ${ARN}\n`.replaceAll(':', '|'),
      'comment-out',
      `[x]\n# role_arn  ${ARN}\n`.replaceAll(':', '|'),
    ],
    [
      'text-without-key',
      '[x]\naws_account_id=111111111111\nrole_name  A\n',
      'insert-equals role_name',
      '[x]\naws_account_id=111111111111\nrole_name = A\n',
    ],
    ['text-without-key', `${ROLE}\tfree text\n`, 'comment-out', `${ROLE}\t# free text\n`],
    ['key-outside-section', `\uFEFF  color = red\n${ROLE}`, 'comment-out', `\uFEFF  # color = red\n${ROLE}`],
    ['text-after-section', `[x]main\nrole_arn=${ARN}`, 'comment-rest', `[x] # main\nrole_arn=${ARN}`],
    ['text-after-section', `[x] main\nrole_arn=${ARN}`, 'comment-rest', `[x] # main\nrole_arn=${ARN}`],
    ['duplicate-key', `${ROLE}color=red\ncolor=blue\n`, 'remove-earlier color 3', `${ROLE}color=blue\n`],
    [
      'duplicate-section',
      `${ROLE}color=red\n[x-2]\nrole_arn=${ARN}\n${ROLE}color=blue\n[y]\nrole_arn=${ARN}\nsource_profile=x\n`,
      'rename-section x-3',
      `${ROLE}color=red\n[x-2]\nrole_arn=${ARN}\n${ROLE.replace('x', 'x-3')}color=blue\n[y]\nrole_arn=${ARN}\nsource_profile=x\n`,
    ],
    [
      'unknown-source-profile',
      `[Main]\naws_account_id=222222222222\n${ROLE}source_profile = main`,
      'change-base main Main',
      `[Main]\naws_account_id=222222222222\n${ROLE}source_profile = Main`,
    ],
    [
      'unknown-source-profile',
      `[main]\naws_account_id=222222222222\n${ROLE}source_profile = main, profile mian # c`,
      'change-base profile mian main',
      `[main]\naws_account_id=222222222222\n${ROLE}source_profile = main, main # c`,
    ],
    [
      'unknown-sso-session',
      '[sso-session corp]\nsso_start_url=https://c.awsapps.com/start\n[x]\nsso_session=crop\nsso_account_id=111111111111\nsso_role_name=R',
      'change-value corp',
      '[sso-session corp]\nsso_start_url=https://c.awsapps.com/start\n[x]\nsso_session=corp\nsso_account_id=111111111111\nsso_role_name=R',
    ],
    ['source-profile-loop', `${ROLE}source_profile = x\nregion=us-east-1`, 'remove-base x', `${ROLE}region=us-east-1`],
    [
      'source-profile-loop',
      `[a]\naws_account_id=222222222222\n${ROLE}source_profile = x, a # c`,
      'remove-base x',
      `[a]\naws_account_id=222222222222\n${ROLE}source_profile = a # c`,
    ],
    ['role-arn-and-parts-differ', `${ROLE}aws_account_id = 222222222222 # c\n`, 'remove-key aws_account_id', ROLE],
    ['secret', `${ROLE}aws_session_token = x\nregion=us-east-1`, 'remove-line', `${ROLE}region=us-east-1`],
    ['secret', `${ROLE}aws_session_token = x\n  y/z\nregion=us-east-1`, 'remove-lines 3 4', `${ROLE}region=us-east-1`],
    [
      'secret',
      `${ROLE}aws_session_token = x\n[y]\naws_session_token = y\nrole_arn=${ARN}`,
      'remove-line',
      `${ROLE}[y]\naws_session_token = y\nrole_arn=${ARN}`,
    ],
  ])('for %s in %j', (code, text, title, expected) => {
    const fixes = fixesFor(problemOf(text, code), text);
    expect(titles(fixes)[0]).toBe(title);
    expect(applyEdits(text, fixes[0]?.edits ?? [])).toBe(expected);
  });
});

describe('there is no fix', () => {
  it.each<[ProblemCode, string]>([
    ['bad-account', '[x]\naws_account_id=11111111111\nrole_name=A'],
    ['bad-account', '[x]\naws_account_id=1111111111111\nrole_name=A'],
    ['bad-role-arn', '[x]\nrole_arn=arn:aws:iam::11111111111:role/A'],
    ['bad-role-arn', '[x]\nrole_arn=Admin'],
    ['unknown-key', `${ROLE}owner = me`],
    ['bad-color', `${ROLE}color = nice`],
    ['bad-region', `${ROLE}region = moon`],
    ['bad-image', `${ROLE}image = javascript:x`],
    ['unknown-source-profile', `${ROLE}source_profile = nowhere`],
    ['unclosed-section', '[ # c'],
    ['role-without-account', '[x]\nrole_name=A'],
    ['external-id', `${ROLE}external_id=A`],
    ['mfa-needed', `${ROLE}mfa_serial=A`],
    // It would close a circle.
    ['unknown-source-profile', `${ROLE}source_profile = X`],
    // The account would be no account.
    ['unknown-key', `[x]\naccount = no_account\n`],
    // The line is what keeps a second one from being read.
    ['key-outside-section', `x =\n  y = 1\n${ROLE}`],
  ])('for %s in %j', (code, text) => {
    expect(titles(fixesFor(problemOf(text, code), text))).toEqual([]);
  });

  it('for a problem that the text no longer has', () => {
    const problem = problemOf(`${ROLE}colour=red`, 'unknown-key');
    for (const text of ['', ROLE, `${ROLE}color=red`, `${ROLE}\n\n\n`]) expect(fixesFor(problem, text)).toEqual([]);
  });
});

it('a boolean can be made true or false', () => {
  const text = `${ROLE}hidden = maybe`;
  expect(titles(fixesFor(problemOf(text, 'bad-boolean'), text))).toEqual(['change-value true', 'change-value false']);
});

it('every fix has a sentence, and every sentence a fix', () => {
  const sentences = Object.keys(en).filter((key) => key.startsWith('fix_'));
  expect(Object.values(FIX_SENTENCE).toSorted()).toEqual(sentences.toSorted());
  for (const [key, sentence] of Object.entries(FIX_SENTENCE)) expect(sentence).toBe(`fix_${key.replaceAll('-', '_')}`);
});

const line = fc.constantFrom(
  ...['[x]', '[y', '[profile x] what', '[sso-session s]', '[main]', '[ ]', '[services s]', 'free text', '', '# note'],
  ...[
    'role_arn = arn:aws:iam:111111111111:role/A',
    `role_arn = ${ARN}`,
    'role_arn = x',
    'role_arn : "y"',
    'role_name A',
  ],
  ...[
    'aws_account_id = 1111 2222 3333 # c',
    'aws_account_id=222222222222',
    'account = 1',
    'role_name = /a',
    'role_name=A',
  ],
  ...[
    'color = purpel',
    'colour = red',
    '\tcolor =',
    '  color = 0x123456;x',
    'region = useast1',
    'hidden = ja',
    'env = x',
  ],
  ...['source_profile = x', 'source_profile = main, x, y', 'source_profile = "Main"', 'source_profile = profile main'],
  ...['aws_session_token = abc', '  def/ghi', 'aws_secret_access_key =', 'sso_session = S', 'image = http://h.example'],
  ...['container_color = bleu', 'start_url = http://console.aws.amazon.com/', 'sso_start_url = x', 'sso_role_name = A'],
);
const text = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([bom, lines, end]) => bom + lines.join(end));

/** The lines that a fix says it touches. */
function linesOf({ title }: Fix, problem: Problem): [number, number] {
  const numbers: Partial<Record<FixKey, number[]>> = {
    'remove-earlier': [Number(title.values[1]), Number(title.values[1])],
    'remove-lines': title.values.map(Number),
  };
  const [first = problem.line, last = problem.line] = numbers[title.key] ?? [];
  return [first, last];
}

function errors(whole: string): string[] {
  const found = readConfig(whole).problems.filter((problem) => severityOf(problem) === 'error');
  return found.map(({ code, values }) => [code, ...values].join(' '));
}

describe('for any text, each fix of each problem', () => {
  it('makes it go away, brings no error, and changes the lines that it names and no other', () => {
    let count = 0;
    fc.assert(
      fc.property(text, (whole) => {
        for (const problem of readConfig(whole).problems) {
          for (const fix of fixesFor(problem, whole)) {
            count++;
            const fixed = applyEdits(whole, fix.edits);
            const left = (read: string) => readConfig(read).problems.filter(({ code }) => code === problem.code).length;
            expect(left(fixed)).toBeLessThan(left(whole));
            if (fix.title.key !== 'close-section') {
              const before = errors(whole);
              expect(errors(fixed).length).toBeLessThanOrEqual(before.length);
              for (const error of errors(fixed)) expect(before).toContain(error);
            }
            const ends = [...whole.matchAll(/\r\n|\n|\r|$/g)].map(({ index, 0: end }) => [index, index + end.length]);
            const [first, last] = linesOf(fix, problem);
            // The end of the line before goes with a last line that has none.
            const from = ends[first - 2]?.[0] ?? 0;
            const to = ends[last - 1]?.[1] ?? whole.length;
            for (const edit of fix.edits) {
              expect(edit.from).toBeGreaterThanOrEqual(from);
              // A nested block goes with its key.
              if (fix.title.key === 'remove-earlier') continue;
              expect(edit.to).toBeLessThanOrEqual(to);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(count).toBeGreaterThan(300);
  });
});

describe('beside other layers', () => {
  const others: Layer[] = [
    { origin: { kind: 'policy' }, text: ROLE },
    { origin: { kind: 'team', name: 't' }, text: '[x-2]\naws_account_id = 222222222222\n' },
  ];

  it.each<[ProblemCode, string, string, string]>([
    ['not-overridable', '[x]\nregion = eu-west-1\ncolor = red\n', 'remove-key region', '[x]\ncolor = red\n'],
    [
      'name-taken',
      '[x]\nrole_arn = arn:aws:iam::222222222222:role/Mine\n[y]\naws_account_id = 1111-1111-1111\nrole_name = A\nsource_profile = x\n',
      'rename-section x-3',
      '[x-3]\nrole_arn = arn:aws:iam::222222222222:role/Mine\n[y]\naws_account_id = 1111-1111-1111\nrole_name = A\nsource_profile = x-3\n',
    ],
    [
      'unknown-source-profile',
      `[y]\nrole_arn = ${ARN}\nsource_profile = x_2\n`,
      'change-base x_2 x-2',
      `[y]\nrole_arn = ${ARN}\nsource_profile = x-2\n`,
    ],
  ])('%s', (code, text, title, fixed) => {
    const problem = readLayers([...others, { origin: PERSONAL, text }]).problems.find((each) => each.code === code);
    if (!problem) throw new Error(`no ${code}`);
    const [fix] = fixesFor(problem, text, others);
    expect(titles(fix ? [fix] : [])).toEqual([title]);
    expect(applyEdits(text, fix?.edits ?? [])).toBe(fixed);
  });
});
