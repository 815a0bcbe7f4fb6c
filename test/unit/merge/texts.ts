import fc from 'fast-check';

function one<Value>(...values: Value[]): fc.Arbitrary<Value> {
  return fc.constantFrom(...values);
}

const ARN = 'arn:aws:iam::';
const NAMES = [
  'a',
  'b',
  'c',
  'd',
  '本番 🏦',
  '__proto__',
  'constructor',
  'toString',
  '10',
  'sso-session s',
  'services x',
];

const header = fc
  .tuple(one('', '', '', 'profile ', 'Profile  '), one(...NAMES), one('', '', '', ' # why', ' ; x', ' junk'))
  .map(([prefix, name, behind]) => `[${prefix}${name}]${behind}`);

const VALUES: Readonly<Record<string, readonly string[]>> = {
  role_arn: [`${ARN}111111111111:role/A`, `${ARN}222222222222:role/B`, `${ARN}333333333333:role/C`],
  aws_account_id: ['111111111111', '"222222222222"', '333333333333'],
  role_name: ['A', 'B', 'team/C'],
  color: ['#ff0000', 'red', '00f', ''],
  source_profile: ['a', 'b', 'c, d'],
  label: ['x', '"x"', 'y # no', "'z ; z'", 'C#'],
  display_name: ['x', 'w'],
  __proto__: ['1', '2'],
  note: ['', 'a = b', '"', "it's"],
  s3: ['', ''],
};

const key = one(...Object.keys(VALUES));
const keyLine = key.chain((name) =>
  fc
    .tuple(
      one('', '', '', '', '  ', '\t', '    '),
      one(' = ', ' = ', '=', ' : '),
      one(...(VALUES[name] ?? ['x'])),
      one('', '', '', '', ' # note', ' ; "other"', '  # 本'),
    )
    .map(([indent, equals, value, behind]) => `${indent}${name}${equals}${value}${behind}`),
);

const other = one(
  ...['', '', '', ' ', '# one', '# two', '  ; three', '#', '# [a]', '# color = red', ';'],
  ...['free text', '[broken', '[]', '= 1', '  max = 10', '    role_arn = nested'],
);

/** Lines of configurations, good, bad and in any order. */
export const line = fc.oneof(
  { weight: 4, arbitrary: keyLine },
  { weight: 2, arbitrary: header },
  { weight: 3, arbitrary: other },
);

const section = fc
  .tuple(
    fc.array(one('', '# about', '# --', ''), { maxLength: 2 }),
    header,
    fc.array(fc.oneof({ weight: 5, arbitrary: keyLine }, { weight: 1, arbitrary: other }), { maxLength: 5 }),
  )
  .map(([above, head, entries]) => [...above, head, ...entries]);

const lineList = fc.oneof(
  { weight: 3, arbitrary: fc.array(section, { maxLength: 5 }).map((sections) => sections.flat()) },
  { weight: 1, arbitrary: fc.array(line, { maxLength: 12 }) },
);

const dress = fc.record({
  bom: one('', '', '', '\uFEFF'),
  end: one('\n', '\n', '\n', '\r\n', '\r'),
  isEnded: one(true, true, true, false),
});

type Dress = typeof dress extends fc.Arbitrary<infer Value> ? Value : never;

function dressed(lines: readonly string[], { bom, end, isEnded }: Dress): string {
  return bom + lines.join(end) + (isEnded && lines.length > 0 ? end : '');
}

/** How a device changes a list of lines: puts one in, takes some out, puts another in its place, moves some. */
const change = fc.record({
  kind: one('insert', 'insert', 'remove', 'replace', 'move', 'add-section'),
  at: fc.nat(),
  to: fc.nat(),
  count: fc.integer({ min: 1, max: 4 }),
  line,
  section,
});

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(lines: readonly string[], changes: readonly Change[]): string[] {
  const next = [...lines];
  for (const { kind, at, to, count, line: put, section: added } of changes) {
    const place = at % (next.length + 1);
    if (kind === 'insert') next.splice(place, 0, put);
    if (kind === 'remove') next.splice(place, count);
    if (kind === 'replace') next.splice(place, 1, put);
    if (kind === 'add-section') next.splice(place, 0, ...added);
    if (kind === 'move') {
      const moved = next.splice(place, count);
      next.splice(to % (next.length + 1), 0, ...moved);
    }
  }
  return next;
}

const changes = fc.array(change, { maxLength: 4 });

/** A text of any kind. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(lineList, dress).map(([lines, how]) => dressed(lines, how)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.array(fc.tuple(line, one('\n', '\r\n', '\r'))).map((all) => all.flat().join('')) },
);

export interface Texts {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

const twoSides = fc
  .record({
    lines: lineList,
    mine: changes,
    theirs: changes,
    dress,
    dressOfMine: dress,
    dressOfTheirs: dress,
    isDressed: one(true, false, false),
  })
  .map(
    ({ lines, isDressed, ...all }): Texts => ({
      base: dressed(lines, all.dress),
      mine: dressed(changed(lines, all.mine), isDressed ? all.dressOfMine : all.dress),
      theirs: dressed(changed(lines, all.theirs), isDressed ? all.dressOfTheirs : all.dress),
    }),
  );

/** A text and what two devices made of it; now and then three that have nothing to do with each other, or no base. */
export const texts: fc.Arbitrary<Texts> = fc.oneof(
  { weight: 8, arbitrary: twoSides },
  { weight: 1, arbitrary: twoSides.map((all): Texts => ({ ...all, base: '' })) },
  { weight: 1, arbitrary: fc.record({ base: anyText, mine: anyText, theirs: anyText }) },
);
