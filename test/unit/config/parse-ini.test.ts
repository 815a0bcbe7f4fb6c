import { describe, expect, it } from 'vitest';
import { ruleOfKey } from '../../../src/core/config/keys.ts';
import { parseIni } from '../../../src/core/config/parse-ini.ts';

function parse(text: string) {
  return parseIni(text, ruleOfKey);
}

/** The sections as `name@line: key=value@line …`. */
function outline(text: string): string[] {
  return parse(text).sections.map(({ name, line, entries }) =>
    [`${name}@${line}:`, ...entries.map((entry) => `${entry.key}=${entry.value}@${entry.line}`)].join(' '),
  );
}

function problems(text: string): string[] {
  const { problems: outside, sections } = parse(text);
  return [...outside, ...sections.flatMap((section) => section.problems)].map(({ line, code }) => `${line} ${code}`);
}

/** What `written` behind the `=` of a key is read as. */
function readValue(key: string, written: string): string | undefined {
  return parse(`[a]\n${key} =${written}`).sections[0]?.entries[0]?.value;
}

describe('lines', () => {
  it.each<[string, string, string[]]>([
    ['LF, CRLF and CR all end a line', '[a]\nx=1\r\ny=2\rz=3', ['a@1: x=1@2 y=2@3 z=3@4']],
    ['an empty line counts', '\n\r\n\r[a]\n\nx=1', ['a@4: x=1@6']],
    ['a BOM is dropped', '\uFEFF[a]\nx=1', ['a@1: x=1@2']],
    ['U+2028 ends no line', '[a]\nlabel = x\u2028y', ['a@1: label=x\u2028y@2']],
    ['a first non-blank # or ; makes a comment', '# [b]\n[a]\n  ; x=1\n\t#y=2', ['a@2:']],
    ['indented text is ordinary', '   [a]\n\tx=1\n      y=2', ['a@1: x=1@2 y=2@3']],
    ['keys are trimmed and in lower case', '[a]\n  Role_ARN \t= 1', ['a@1: role_arn=1@2']],
    ['a key reaches up to = or :, whichever is first', '[a]\nx : a=b\ny = c:d', ['a@1: x=a=b@2 y=c:d@3']],
    ['every duplicate is kept', '[a]\nx=1\nX=2\n[a]\nx=3', ['a@1: x=1@2 x=2@3', 'a@4: x=3@5']],
    [
      'object names are ordinary',
      '[__proto__]\n__proto__ = 1\nconstructor=2\ntoString=3\nhasOwnProperty=4',
      ['__proto__@1: __proto__=1@2 constructor=2@3 tostring=3@4 hasownproperty=4@5'],
    ],
    ['names like numbers keep their place', '[10]\n[2]\n[1]', ['10@1:', '2@2:', '1@3:']],
    ['array brackets are part of a key', '[a]\nk[] = 1\nk[] = 2', ['a@1: k[]=1@2 k[]=2@3']],
    ['an empty text has nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('headers', () => {
  it.each<[string, string, string]>([
    ['blanks inside are trimmed', '[  a b\t]', 'a b'],
    ['dots never nest', '[a.b.c]', 'a.b.c'],
    ['slashes, quotes and escapes stay', '[profile "a\\.b"/c]', 'profile "a\\.b"/c'],
    ['# and ; are part of a name', '[team #1; x]', 'team #1; x'],
    ['any script', '[本番 🏦 環境]', '本番 🏦 環境'],
    ['an opening bracket', '[a[b]', 'a[b'],
    ['a lone surrogate survives', '[a\uD800b]', 'a\uD800b'],
    ['a comment may follow', '[a] ; note', 'a'],
    ['a tight comment may follow', '[a]# note', 'a'],
  ])('%s', (_, header, name) => {
    expect(outline(`${header}\nx=1`)).toEqual([`${name}@1: x=1@2`]);
    expect(problems(header)).toEqual([]);
  });

  it.each<[string, string, string[], string[]]>([
    [
      'an unclosed header takes its keys with it',
      '[a]\nx=1\n[b\ny=2\n[c]\nz=3',
      ['a@1: x=1@2', 'c@5: z=3@6'],
      ['3 unclosed-section'],
    ],
    ['so does an empty one', '[a]\n[ ]\ny=2\n[]', ['a@1:'], ['2 empty-section-name', '4 empty-section-name']],
    ['text behind a header is warned of', '[a] b\nx=1', ['a@1: x=1@2'], ['1 text-after-section']],
    ['a key before any section', 'x=1\n[a]\ny=2', ['a@2: y=2@3'], ['1 key-outside-section']],
    [
      'free text is wrong on its line only',
      '[a]\nwho cares\nx=1\n= 2\n',
      ['a@1: x=1@3'],
      ['2 text-without-key', '4 text-without-key'],
    ],
    ['free text before any section', 'hello\n[a]', ['a@2:'], ['1 text-without-key']],
    ['free text below an unreadable header', '[a\nhello', [], ['1 unclosed-section', '2 text-without-key']],
  ])('%s', (_, text, expected, codes) => {
    expect(outline(text)).toEqual(expected);
    expect(problems(text)).toEqual(codes);
  });
});

describe('nested blocks', () => {
  it.each<[string, string, string[]]>([
    ['deeper lines under an empty value are read over', '[a]\ns3 =\n  x = 1\n    y = 2\nz = 3', ['a@1: s3=@2 z=3@5']],
    ['blank lines and comments do not end them', '[a]\ns3 =\n\n  # c\n  x = 1\nz=3', ['a@1: s3=@2 z=3@6']],
    ['a comment may stand in place of the value', '[a]\ns3 = ; none\n  x = 1\nz=3', ['a@1: s3=@2 z=3@4']],
    ['a line that is no deeper ends them', '[a]\n  s3 =\n  x = 1\n    y = 2', ['a@1: s3=@2 x=1@3 y=2@4']],
    ['a header ends them', '[a]\ns3 =\n  [b]\n  x = 1', ['a@1: s3=@2', 'b@3: x=1@4']],
    ['empty quotes are a value', '[a]\nx = ""\n  y = 1', ['a@1: x=@2 y=1@3']],
    ['under a value, indented keys are ordinary', '[a]\nx = 1\n  y = 2', ['a@1: x=1@2 y=2@3']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it('free text in them is still wrong', () => {
    expect(problems('[a]\ns3 =\n  oops\n  x = 1')).toEqual(['3 text-without-key']);
  });
});

describe('values', () => {
  it.each<[string, string, string, string]>([
    ['further = and : belong to it', 'role_name', 'a=b:c=d', 'a=b:c=d'],
    ['blanks around it do not', 'role_name', ' \t a b \u00a0\u3000', 'a b'],
    ['a comment after white space', 'label', ' a b # c', 'a b'],
    ['a comment after a tab', 'label', 'a\t; c', 'a'],
    ['a comment in place of a value', 'label', ' # c', ''],
    ['a tight comment where the grammar has no #', 'role_name', ' Admin;old', 'Admin'],
    ['a tight comment right at the start', 'role_name', '#old', ''],
    ['a tight # in a label', 'label', ' C#;x', 'C#;x'],
    ['a tight # at the start of a label', 'label', '#1', '#1'],
    [
      'the fragment of a URL',
      'image',
      ' https://h.example/i.png?a=1;b=2#x # note',
      'https://h.example/i.png?a=1;b=2#x',
    ],
    ['a tight # in a key that nobody knows', 'note', ' a#b', 'a#b'],
    ['a # inside a source profile', 'source_profile', ' main#x', 'main'],
    ['backslashes are plain', 'label', ' a\\;b\\\\c\\n\\u0041', 'a\\;b\\\\c\\n\\u0041'],
    ['words of other types stay text', 'label', ' true', 'true'],
    ['null stays text', 'label', ' null', 'null'],
    ['quoted digits stay text', 'aws_account_id', " '123456789012'", '123456789012'],
    ['quoted JSON stays text', 'label', ` '{"x":1}'`, '{"x":1}'],
    ['double quotes are removed', 'label', ' "a b"', 'a b'],
    ['single quotes are removed', 'label', " 'a b'", 'a b'],
    ['one pair only', 'label', ` ""a""`, '"a"'],
    ['unequal quotes stay', 'label', ` "a'`, `"a'`],
    ['one quote stays', 'label', ' "', '"'],
    ['an inner pair stays', 'label', ' say "hi"', 'say "hi"'],
    ['blanks inside quotes stay', 'label', ' "  a "', '  a '],
    ['comment characters inside quotes are data', 'role_name', ' "a # b;c"', 'a # b;c'],
    ['a comment after quotes', 'label', ' "a" ; note', 'a'],
    ['a comment with quotes after quotes', 'label', ' "a" # "b"', 'a'],
    ['a tight comment after quotes', 'role_name', ' "a";old', 'a'],
    ['a tight comment after quotes that hold one', 'role_name', ' "a#b";old', 'a#b'],
    ['an apostrophe inside quotes', 'label', ` 'it's #1 # no'`, "it's #1 # no"],
    ['quotes that never close protect nothing', 'label', ' "a # b', '"a'],
    ['a line separator', 'label', ' a\u2028\u2029b', 'a\u2028\u2029b'],
    ['a lone surrogate', 'label', ' \uDC00x\uD800', '\uDC00x\uD800'],
    ['control characters', 'label', ' a\u0000\u0007\u001bb', 'a\u0000\u0007\u001bb'],
    ['an object name', 'label', ' __proto__', '__proto__'],
  ])('%s', (_, key, written, value) => {
    expect(readValue(key, written)).toBe(value);
  });
});

describe('a # before a colour', () => {
  it.each<[string, string, string]>([
    ['six digits', ' #ff0000', '#ff0000'],
    ['three', '#f00', '#f00'],
    ['four', ' #f00a', '#f00a'],
    ['eight', ' #FF0000aa', '#FF0000aa'],
    ['a comment after it', ' #ff0000 # red', '#ff0000'],
    ['a tight comment after it', ' #ff0000;red', '#ff0000'],
    ['five digits are a comment', ' #ff000', ''],
    ['a word is a comment', ' #feeling', ''],
    ['a comment about a colour', ' # ff0000', ''],
  ])('%s', (_, written, value) => {
    expect(readValue('color', written)).toBe(value);
  });

  it('means nothing for another key', () => {
    expect(readValue('region', ' #ff0000')).toBe('');
  });
});

describe('size', () => {
  const MB = 1 << 20;
  it.each<[string, string]>([
    ['one line of text', 'x'.repeat(MB)],
    ['one value', `[a]\nlabel = ${'x'.repeat(MB)}`],
    ['quotes', `[a]\nlabel = ${'" '.repeat(MB / 2)}`],
    ['blanks between quotes', `[a]\nlabel = "${' '.repeat(MB)}x`],
    ['comment characters', `[a]\ncolor = ${' #'.repeat(MB / 2)}`],
    ['brackets', '['.repeat(MB)],
    ['blanks in a header', `[${' '.repeat(MB)}a]`],
    ['100,000 sections', Array.from({ length: 100_000 }, (_, index) => `[s${index}]\nx = 1\n`).join('')],
  ])('%s: well below a second or two', (_, text) => {
    const start = performance.now();
    parse(text);
    // Anything quadratic takes minutes.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
