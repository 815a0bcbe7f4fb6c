import { describe, expect, it } from 'vitest';
import { type MergeConflict, mergeConfigs } from '../../../src/core/merge/merge-configs.ts';
import { countWork } from '../fuzz/count-work.ts';
import { SHAPES } from '../fuzz/shapes.ts';

interface Case {
  readonly name: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly merged: string;
}

const A = '[a]\nrole_arn = 1\ncolor = red\n';
const B = '[b]\nrole_arn = 2\n';
const C = '[c]\nrole_arn = 3\n';

const JOINED: Case[] = [
  {
    name: 'different keys of one section',
    base: A,
    mine: A.replace('red', 'blue'),
    theirs: A.replace('= 1', '= 9'),
    merged: '[a]\nrole_arn = 9\ncolor = blue\n',
  },
  {
    name: 'a key added here, another there: behind what precedes each',
    base: A,
    mine: `${A}label = x\n`,
    theirs: '[a]\nregion = eu-west-1\nrole_arn = 1\ncolor = red\n',
    merged: '[a]\nregion = eu-west-1\nrole_arn = 1\ncolor = red\nlabel = x\n',
  },
  {
    name: 'a key removed here, another changed there',
    base: A,
    mine: '[a]\nrole_arn = 1\n',
    theirs: A.replace('= 1', '= 9'),
    merged: '[a]\nrole_arn = 9\n',
  },
  {
    name: 'a section removed here, another one there',
    base: `${A}\n${B}\n${C}`,
    mine: `${B}\n${C}`,
    theirs: `${A}\n${C}`,
    merged: `\n${C}`,
  },
  {
    name: 'sections that both append, with the blank lines between',
    base: A,
    mine: `${A}\n${B}`,
    theirs: `${A}\n${C}`,
    merged: `${A}\n${B}\n${C}`,
  },
  {
    name: 'a section added behind one, another behind another',
    base: `${A}${B}`,
    mine: `${A}[x]\nk = 1\n${B}`,
    theirs: `${A}${B}[y]\nk = 1\n`,
    merged: `${A}[x]\nk = 1\n${B}[y]\nk = 1\n`,
  },
  {
    name: 'sections moved here, a key changed there',
    base: `${A}${B}${C}`,
    mine: `${C}${A}${B}`,
    theirs: `${A}${B.replace('2', '7')}${C}`,
    merged: `${C}${A}${B.replace('2', '7')}`,
  },
  {
    name: 'a section added behind one that was moved there',
    base: `${A}${B}${C}`,
    mine: `${A}[x]\nk = 1\n${B}${C}`,
    theirs: `${B}${C}${A}`,
    merged: `${B}${C}${A}[x]\nk = 1\n`,
  },
  {
    name: '[x] made [profile x] here, a key changed there',
    base: A,
    mine: A.replace('[a]', '[profile a]'),
    theirs: A.replace('red', 'blue'),
    merged: '[profile a]\nrole_arn = 1\ncolor = blue\n',
  },
  {
    name: 'the same change on both sides',
    base: A,
    mine: A.replace('red', 'blue'),
    theirs: A.replace('red', 'blue'),
    merged: A.replace('red', 'blue'),
  },
  {
    name: 'the same value in two spellings',
    base: A,
    mine: A.replace('color = red', 'Color="blue"'),
    theirs: A.replace('red', 'blue'),
    merged: A.replace('color = red', 'Color="blue"'),
  },
  {
    name: 'a key by either of its names',
    base: '[a]\nlabel = x\n',
    mine: '[a]\ndisplay_name = x\n',
    theirs: '[a]\nlabel = y\n',
    merged: '[a]\ndisplay_name = y\n',
  },
  {
    name: 'keys of one nested block',
    base: '[a]\ns3 =\n  max = 1\n  min = 1\nregion = x\n',
    mine: '[a]\ns3 =\n  max = 2\n  min = 1\nregion = x\n',
    theirs: '[a]\ns3 =\n  max = 1\n  min = 1\n  mid = 1\nregion = y\n',
    merged: '[a]\ns3 =\n  max = 2\n  min = 1\n  mid = 1\nregion = y\n',
  },
  {
    name: 'of sections that share a name, the one that each side means',
    base: '[a]\nrole_arn = 1\n[a]\nrole_arn = 2\n',
    mine: '[a]\nrole_arn = 2\n',
    theirs: '[a]\nrole_arn = 1\n[a]\nrole_arn = 2\ncolor = red\n',
    merged: '[a]\nrole_arn = 2\ncolor = red\n',
  },
  {
    name: 'names that objects have',
    base: '[__proto__]\nconstructor = 1\n',
    mine: '[__proto__]\nconstructor = 1\n__proto__ = 2\n',
    theirs: '[__proto__]\nconstructor = 3\n[toString]\nk = 1\n',
    merged: '[__proto__]\nconstructor = 3\n__proto__ = 2\n[toString]\nk = 1\n',
  },
];

const KEPT: Case[] = [
  {
    name: 'comments above a header and above a key, one by each side',
    base: `${A}${B}`,
    mine: `${A}# about b\n${B}`,
    theirs: `[a]\nrole_arn = 1\n# why red\ncolor = red\n${B}`,
    merged: `[a]\nrole_arn = 1\n# why red\ncolor = red\n# about b\n${B}`,
  },
  {
    name: 'a comment that both changed: both',
    base: `# old\n${A}`,
    mine: `# here\n${A}`,
    theirs: `# there\n${A}`,
    merged: `# here\n# there\n${A}`,
  },
  {
    name: 'a value changed here, the comment behind it there',
    base: '[a]\ncolor = red # old\n',
    mine: '[a]\ncolor = blue # old\n',
    theirs: '[a]\ncolor = red ; new\n',
    merged: '[a]\ncolor = blue ; new\n',
  },
  {
    name: 'comments that both put behind a value',
    base: '[a]\ncolor = red\n',
    mine: '[a]\ncolor = red # here\n',
    theirs: '[a]\ncolor = red # there\n',
    merged: '[a]\ncolor = red # here # there\n',
  },
  {
    name: 'a comment that would be read with the value: on a line of its own',
    base: '[a]\nlabel = "x" # old\n',
    mine: '[a]\nlabel = "y # old\n',
    theirs: '[a]\nlabel = "x" # "new"\n',
    merged: '[a]\n# "new"\nlabel = "y # old\n',
  },
  {
    name: 'a comment put in here, in a section that was removed there',
    base: `${A}${B}${C}`,
    mine: `${A}[b]\n# keep me\nrole_arn = 2 # me too\n${C}`,
    theirs: `${A}${C}`,
    merged: `${A}# keep me\n# me too\n${C}`,
  },
  {
    name: 'a comment put in here above a key that was removed there',
    base: A,
    mine: '[a]\n# keep me\nrole_arn = 1\ncolor = red\n',
    theirs: '[a]\ncolor = red\n',
    merged: '[a]\n# keep me\ncolor = red\n',
  },
  {
    name: 'a paragraph of comments that stands alone, with sections put before and behind it',
    base: `${A}\n# --- others ---\n\n${B}`,
    mine: `${A}\n${C}\n# --- others ---\n\n${B}`,
    theirs: `${A}\n# --- others ---\n\n[d]\nk = 1\n\n${B}`,
    merged: `${A}\n${C}\n# --- others ---\n\n[d]\nk = 1\n\n${B}`,
  },
  {
    name: 'lines that cannot be read',
    base: `outside = 1\n${A}`,
    mine: `outside = 2\n${A}free text\n[broken\nk = 1\n`,
    theirs: `outside = 3\n${A}other text\n[]\nk = 2\n`,
    merged: `outside = 2\noutside = 3\n${A}free text\nother text\n[broken\nk = 1\n[]\nk = 2\n`,
  },
  {
    name: 'line ends changed there, a value here',
    base: A,
    mine: A.replace('red', 'blue'),
    theirs: A.replaceAll('\n', '\r\n'),
    merged: A.replace('red', 'blue').replaceAll('\n', '\r\n'),
  },
  {
    name: 'a BOM put in here, the last line end taken away there',
    base: A,
    mine: `\uFEFF${A}`,
    theirs: A.trimEnd(),
    merged: `\uFEFF${A.trimEnd()}`,
  },
  {
    name: 'a last line without end that something comes behind',
    base: '[a]\r\nk = 1',
    mine: '[a]\r\nk = 2',
    theirs: '[a]\r\nk = 1\r\n[b]\r\nk = 1',
    merged: '[a]\r\nk = 2\r\n[b]\r\nk = 1',
  },
  {
    name: 'indentation and blanks changed there, a value here',
    base: '[a]\ncolor=red\n',
    mine: '[a]\ncolor=blue\n',
    theirs: '[a]\n  color   =  red\n',
    merged: '[a]\n  color   =  blue\n',
  },
  {
    name: 'an indented key that came below one emptied meanwhile: no part of a block',
    base: '[a]\nx = 1\nk = 1\n',
    mine: '[a]\nx =\nk = 1\n',
    theirs: '[a]\nx = 1\n  role_arn = 5\nk = 1\n',
    merged: '[a]\nx =\nrole_arn = 5\nk = 1\n',
  },
  {
    name: 'a part of a block put in here, where the block was indented there: no key of the section',
    base: '[a]\ns3 =\n  max = 1\n',
    mine: '[a]\ns3 =\n  max = 1\n  role_arn = 5\n',
    theirs: '[a]\n    s3 =\n      max = 1\n',
    merged: '[a]\n    s3 =\n      max = 1\n      role_arn = 5\n',
  },
];

const UNION: Case[] = [
  { name: 'nothing and a text', base: '', mine: '', theirs: A, merged: A },
  { name: 'two texts', base: '', mine: A, theirs: B, merged: `${A}${B}` },
  { name: 'two that share a section', base: '', mine: `${A}${B}`, theirs: `${A}${C}`, merged: `${A}${B}${C}` },
  {
    name: 'two that each know more of one section',
    base: '',
    mine: '[a]\nrole_arn = 1\ncolor = red\n',
    theirs: '[profile a]\nrole_arn = 1\nregion = x\n',
    merged: '[a]\nrole_arn = 1\ncolor = red\nregion = x\n',
  },
];

describe.each([
  ['joins', JOINED],
  ['keeps', KEPT],
  ['without a common version takes everything of', UNION],
])('%s', (_, cases) => {
  it.each(cases)('$name', ({ base, mine, theirs, merged }) => {
    expect(mergeConfigs({ base, mine, theirs })).toMatchObject({ text: merged, conflicts: [] });
    expect(mergeConfigs({ base, mine: theirs, theirs: mine })).toMatchObject({ text: merged, conflicts: [] });
  });
});

interface Contradiction extends Omit<Case, 'merged'> {
  readonly conflicts: readonly (Pick<MergeConflict, 'section' | 'key'> & Partial<MergeConflict>)[];
  /** The text with everything decided for one side. */
  readonly asMine: string;
  readonly asTheirs: string;
}

const CONTRADICTIONS: Contradiction[] = [
  {
    name: 'a key that both changed, and one that only one did',
    base: A,
    mine: '[a]\nrole_arn = 1\ncolor = blue # sea\n',
    theirs: '[profile a]\nrole_arn = 9\ncolor = green\n',
    conflicts: [
      {
        section: 'a',
        key: 'color',
        base: ['color = red'],
        mine: ['color = blue # sea'],
        theirs: ['color = green'],
      },
    ],
    asMine: '[profile a]\nrole_arn = 9\ncolor = blue # sea\n',
    asTheirs: '[profile a]\nrole_arn = 9\ncolor = green # sea\n',
  },
  {
    name: 'a key that both added',
    base: '',
    mine: '[a]\ncolor = blue\n',
    theirs: '[a]\ncolor = green\n',
    conflicts: [{ section: 'a', key: 'color', base: undefined, mine: ['color = blue'], theirs: ['color = green'] }],
    asMine: '[a]\ncolor = blue\n',
    asTheirs: '[a]\ncolor = green\n',
  },
  {
    name: 'another account here and another role there: joined, they would lead to a role that nobody had',
    base: '[a]\naws_account_id = 1\nrole_name = R\ncolor = red\n',
    mine: '[a]\naws_account_id = 2\nrole_name = R\ncolor = blue\n',
    theirs: '[a]\naws_account_id = 1\nrole_name = S\ncolor = red\n',
    conflicts: [
      {
        section: 'a',
        key: 'aws_account_id',
        base: ['aws_account_id = 1'],
        mine: ['aws_account_id = 2'],
        theirs: ['aws_account_id = 1'],
      },
      { section: 'a', key: 'role_name', base: ['role_name = R'], mine: ['role_name = R'], theirs: ['role_name = S'] },
    ],
    asMine: '[a]\naws_account_id = 2\nrole_name = R\ncolor = blue\n',
    asTheirs: '[a]\naws_account_id = 1\nrole_name = S\ncolor = blue\n',
  },
  {
    name: 'a role named by its ARN here and by its parts there',
    base: '[a]\nrole_arn = 1\n',
    mine: '[a]\nrole_arn = 2\n',
    theirs: '[a]\naws_account_id = 3\nrole_name = S\n',
    conflicts: [
      { section: 'a', key: 'role_arn', base: ['role_arn = 1'], mine: ['role_arn = 2'], theirs: undefined },
      { section: 'a', key: 'aws_account_id', base: undefined, mine: undefined, theirs: ['aws_account_id = 3'] },
      { section: 'a', key: 'role_name', base: undefined, mine: undefined, theirs: ['role_name = S'] },
    ],
    asMine: '[a]\nrole_arn = 2\n',
    asTheirs: '[a]\naws_account_id = 3\nrole_name = S\n',
  },
  {
    name: 'a key removed here and changed there',
    base: A,
    mine: '[a]\nrole_arn = 1\n',
    theirs: A.replace('red', 'blue'),
    conflicts: [{ section: 'a', key: 'color', mine: undefined, theirs: ['color = blue'] }],
    asMine: '[a]\nrole_arn = 1\n',
    asTheirs: A.replace('red', 'blue'),
  },
  {
    name: 'a section removed here and changed there: as a whole',
    base: `${A}${B}`,
    mine: B,
    theirs: `# mine\n${A}label = x\n${B}`,
    conflicts: [
      {
        section: 'a',
        key: undefined,
        base: ['[a]', 'role_arn = 1', 'color = red'],
        mine: undefined,
        theirs: ['# mine', '[a]', 'role_arn = 1', 'color = red', 'label = x'],
      },
    ],
    asMine: B,
    asTheirs: `# mine\n${A}label = x\n${B}`,
  },
  {
    name: 'a key in a nested block',
    base: '[a]\ns3 =\n  max = 1\n',
    mine: '[a]\ns3 =\n  max = 2\n',
    theirs: '[a]\ns3 =\n  max = 3\n',
    conflicts: [{ section: 'a', key: 's3.max', mine: ['  max = 2'], theirs: ['  max = 3'] }],
    asMine: '[a]\ns3 =\n  max = 2\n',
    asTheirs: '[a]\ns3 =\n  max = 3\n',
  },
  {
    name: 'a block that became a value here and was changed there: as a whole, and without its comment',
    base: '[a]\ns3 =\n  max = 1\n',
    mine: '[a]\ns3 = x\n',
    theirs: '[a]\ns3 =\n  # note\n  max = 3\n',
    conflicts: [{ section: 'a', key: 's3', mine: ['s3 = x'], theirs: ['s3 =', '  # note', '  max = 3'] }],
    asMine: '[a]\n  # note\ns3 = x\n',
    asTheirs: '[a]\ns3 =\n  # note\n  max = 3\n',
  },
];

describe('finds contradictory', () => {
  it.each(CONTRADICTIONS)('$name', ({ base, mine, theirs, conflicts, asMine, asTheirs }) => {
    const merge = mergeConfigs({ base, mine, theirs });
    expect(merge.conflicts).toMatchObject(conflicts);
    expect(merge.text).toBe(asMine);
    const all = (choice: 'mine' | 'theirs') => new Map(merge.conflicts.map(({ id }) => [id, choice]));
    expect(mergeConfigs({ base, mine, theirs }, all('mine')).text).toBe(asMine);
    expect(mergeConfigs({ base, mine, theirs }, all('theirs')).text).toBe(asTheirs);
    expect(mergeConfigs({ base, mine: theirs, theirs: mine }).text).toBe(asTheirs);
  });

  it('each as it was chosen', () => {
    const sides = {
      base: `${A}${B}`,
      mine: '[a]\ncolor = x\n[b]\nrole_arn = x\n',
      theirs: '[a]\ncolor = y\n[b]\nrole_arn = y\n',
    };
    const [color, arn] = mergeConfigs(sides).conflicts;
    const choices = new Map([
      [color?.id ?? '', 'theirs'],
      [arn?.id ?? '', 'mine'],
      ['no such id', 'theirs'],
    ] as const);
    expect(mergeConfigs(sides, choices).text).toBe('[a]\ncolor = y\n[b]\nrole_arn = x\n');
  });
});

describe('counts what was joined without a question:', () => {
  it.each([
    ['nothing', A, A, A, 0],
    ['the same on both sides', A, `${A}${B}`, `${A}${B}`, 0],
    ['a value here, another there', A, A.replace('1', '5'), A.replace('red', 'blue'), 2],
    ['a section here, another there', A, `${A}${B}`, `${A}${C}`, 2],
    ['a section removed', `${A}${B}`, A, `${A}${B}`, 1],
    ['a comment', A, `# x\n${A}`, A, 1],
    ['a value, beside a conflict', A, A.replace('red', 'x').replace('1', '5'), A.replace('red', 'y'), 1],
  ])('%s', (_, base, mine, theirs, joined) => {
    expect(mergeConfigs({ base, mine, theirs }).joined).toBe(joined);
  });
});

describe('twice the text is at most about twice the work:', () => {
  const join = (text: string) => () =>
    void mergeConfigs({
      base: text,
      mine: `[first]\nk = 1\n${text.replaceAll('a', 'b')}`,
      theirs: `${text.replaceAll('s', '# a')}\n[last]\nk = 1`,
    });

  it.each(Object.entries(SHAPES))('%s', (_, shape) => {
    const work = countWork(join(shape(2000))) / countWork(join(shape(1000)));
    expect(work).toBeLessThan((1.3 * shape(2000).length) / shape(1000).length);
  });

  it.each([
    ['turned around', (lines: string[]) => lines.toReversed()],
    ['shuffled', (lines: string[]) => lines.map((_, at) => lines[(at * 377) % lines.length] ?? '')],
  ])('sections %s', (_, order) => {
    const sections = (count: number) => Array.from({ length: count }, (__, at) => `[s${at}]\nk = ${at}\n`);
    const turn = (count: number) => () => {
      const all = sections(count);
      mergeConfigs({
        base: all.join(''),
        mine: order(all).join(''),
        theirs: all
          .slice(count / 2)
          .concat(all.slice(0, count / 2))
          .join(''),
      });
    };
    expect(countWork(turn(2000)) / countWork(turn(1000))).toBeLessThan(2.5);
  });
});
