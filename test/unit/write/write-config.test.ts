import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ruleOfKey } from '../../../src/core/config/keys.ts';
import { parseIni } from '../../../src/core/config/parse-ini.ts';
import { readProfiles } from '../../../src/core/config/profile.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import {
  appendSection,
  applyEdits,
  type KeyChanges,
  removeSection,
  renameSection,
  setRoleKeys,
  writableName,
  writableValue,
} from '../../../src/core/config/write-config.ts';

// Hundreds of whole texts take their time where many tests run at once.
vi.setConfig({ testTimeout: 30_000 });

const ARN = 'arn:aws:iam::111111111111:role/Admin';

function set(text: string, line: number, changes: KeyChanges): string {
  return applyEdits(text, setRoleKeys(text, line, changes));
}

/** What the profile with this header says, by key. */
function valuesOf(text: string, line: number): ReadonlyMap<string, string> {
  const profiles = readProfiles(parseIni(text, ruleOfKey).sections, () => {});
  const profile = profiles.find(({ headers }) => headers.includes(line));
  return new Map([...(profile?.values ?? [])].map(([key, { value }]) => [key, value]));
}

describe('setRoleKeys changes a value in place', () => {
  it.each<[string, string, KeyChanges, string]>([
    ['its own bytes alone', '[a]\ncolor = red\nregion=x', { color: 'blue' }, '[a]\ncolor = blue\nregion=x'],
    ['the spacing stays', '[a]\n\tCOLOR\t=  red  \n', { color: 'blue' }, '[a]\n\tCOLOR\t=  blue  \n'],
    ['the comment stays', '[a]\ncolor = red # note\n', { color: 'blue' }, '[a]\ncolor = blue # note\n'],
    ['so does a tight one', '[a]\nrole_name=Admin;old\n', { role_name: 'Ops' }, '[a]\nrole_name=Ops;old\n'],
    ['and a colon', '[a]\nregion: x\n', { region: 'y' }, '[a]\nregion: y\n'],
    ['quotes go where none are needed', '[a]\nlabel = "x"\n', { label: 'y' }, '[a]\nlabel = y\n'],
    ['and stay where nothing changes', '[a]\nlabel = "x" # n\n', { label: 'x' }, '[a]\nlabel = "x" # n\n'],
    ['quotes come where they are needed', '[a]\nlabel = x\n', { label: 'C # 1' }, '[a]\nlabel = "C # 1"\n'],
    ['or the other quotes', '[a]\nlabel = x\n', { label: '"a" #' }, '[a]\nlabel = \'"a" #\'\n'],
    ['CRLF', '[a]\r\ncolor = red\r\n[b]\r\n', { color: 'blue' }, '[a]\r\ncolor = blue\r\n[b]\r\n'],
    ['a BOM', '\uFEFF[a]\ncolor=red', { color: 'blue' }, '\uFEFF[a]\ncolor=blue'],
    ['a colour with #', '[a]\ncolor = #ff0000 # n', { color: '#00ff00' }, '[a]\ncolor = #00ff00 # n'],
    ['a value for an empty key', '[a]\ncolor =\n', { color: 'red' }, '[a]\ncolor = red\n'],
    ['and with a comment', '[a]\ncolor = # none\n', { color: 'red' }, '[a]\ncolor = red # none\n'],
    ['none at all is written as quotes', '[a]\nlabel = x\n  y = z\n', { label: '' }, '[a]\nlabel = ""\n  y = z\n'],
    ['the last of two', '[a]\ncolor=red\ncolor=blue\n', { color: 'green' }, '[a]\ncolor=red\ncolor=green\n'],
    ['the other name of a key', '[a]\ndisplay_name = x\n', { label: 'y' }, '[a]\ndisplay_name = y\n'],
    [
      'in the section that has it',
      '[a]\nrole_name=x\n[profile a]\ncolor=red\n',
      { color: 'blue' },
      '[a]\nrole_name=x\n[profile a]\ncolor=blue\n',
    ],
    [
      'in both that have it',
      '[a]\ncolor=red\n[a]\ncolor=red\n',
      { color: 'blue' },
      '[a]\ncolor=blue\n[a]\ncolor=blue\n',
    ],
    ['of a dollar sign', '[a]\nlabel = x\n', { label: "$& $1 $'" }, "[a]\nlabel = $& $1 $'\n"],
    ['nothing where no header stands', '[a]\ncolor=red\n[b]\n', {}, '[a]\ncolor=red\n[b]\n'],
  ])('%s', (_, text, changes, expected) => {
    expect(set(text, 1, changes)).toBe(expected);
  });
});

describe('setRoleKeys adds a key behind the last one', () => {
  it.each<[string, string, string]>([
    ['of its section', '[a]\nrole_name = x\n\n[b]\n', '[a]\nrole_name = x\ncolor = red\n\n[b]\n'],
    ['in its spacing', '[a]\n  role_name=x\n', '[a]\n  role_name=x\n  color=red\n'],
    ['with its delimiter', '[a]\nrole_name: x\n', '[a]\nrole_name: x\ncolor: red\n'],
    ['with tabs', '[a]\n\trole_name\t=\tx\n', '[a]\n\trole_name\t=\tx\n\tcolor\t=\tred\n'],
    [
      'with delimiters below each other',
      '[a]\nrole_arn       = x\nsource_profile = y\n',
      '[a]\nrole_arn       = x\nsource_profile = y\ncolor          = red\n',
    ],
    ['in a CRLF text', '[a]\r\nx=1\r\n\r\n[b]', '[a]\r\nx=1\r\ncolor=red\r\n\r\n[b]'],
    ['in a CR text', '[a]\rx=1\r\r[b]', '[a]\rx=1\rcolor=red\r\r[b]'],
    ['with the line end of its neighbour', '[a]\nx=1\r\n[b]\n', '[a]\nx=1\r\ncolor=red\r\n[b]\n'],
    ['in a last line without an end', '[a]\nx=1', '[a]\nx=1\ncolor=red'],
    ['above comments behind it', '[a]\nx=1\n# about b\n[b]', '[a]\nx=1\ncolor=red\n# about b\n[b]'],
    ['below a nested block', '[a]\nx=1\ns3 =\n  y=2\n\n  z=3\n\n', '[a]\nx=1\ns3 =\n  y=2\n\n  z=3\ncolor=red\n\n'],
    ['below an empty key', '[a]\nx=\n[b]', '[a]\nx=\ncolor = red\n[b]'],
    ['below the header of an empty section', '  [a] # note\n\n[b]', '  [a] # note\n  color = red\n\n[b]'],
    ['and leaves an empty one above a block', '[a]\ncolor =\n  y=2\n', '[a]\ncolor =\n  y=2\ncolor = red\n'],
    ['of the only line', '\uFEFF[a]', '\uFEFF[a]\ncolor = red'],
  ])('%s', (_, text, expected) => {
    expect(set(text, 1, { color: 'red' })).toBe(expected);
  });

  it('that says which role it is in the section that says so already', () => {
    const text = '[a]\ncolor=red\n[a]\nrole_name=R\n';
    const expected = '[a]\ncolor=red\n[a]\nrole_name=R\naws_account_id=111111111111\n';
    expect(set(text, 1, { aws_account_id: '111111111111' })).toBe(expected);
  });

  it('several in their order, in one edit', () => {
    const edits = setRoleKeys('[a]\nx=1\n', 1, { color: 'red', region: 'us-east-1' });
    expect(edits).toEqual([{ from: 7, to: 7, insert: '\ncolor=red\nregion=us-east-1' }]);
  });
});

describe('setRoleKeys takes a key out', () => {
  it.each<[string, string, string]>([
    ['with its line', '[a]\ncolor=red # n\nx=1\n', '[a]\nx=1\n'],
    ['every time that it is there', '[a]\ncolor=red\nx=1\ncolor=blue\n', '[a]\nx=1\n'],
    ['as the last line without an end', '[a]\nx=1\r\ncolor=red', '[a]\nx=1'],
    ['as the last two lines', '[a]\ncolor=red\ncolor=blue', '[a]'],
    ['with its nested block', '[a]\ncolor =\n  y = 1\n # n\n  z = 2\nx=1\n', '[a]\nx=1\n'],
    ['but no comment around it', '[a]\n# one\ncolor=red\n# two\n', '[a]\n# one\n# two\n'],
    ['but leaves what keeps a key below', '[a]\nx=\ncolor=red\n  y=1\n', '[a]\nx=\ncolor=""\n  y=1\n'],
    ['and nothing if it is not there', '[a]\nx=1\n', '[a]\nx=1\n'],
  ])('%s', (_, text, expected) => {
    expect(set(text, 1, { color: undefined })).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['in a last line with an end', '[a]\ncolor=red\n', '[a]\nregion=x\n'],
    ['in a last line without one', '[a]\ncolor=red', '[a]\nregion=x'],
    ['between others', '[a]\ny=1\ncolor=red\n\n[b]\n', '[a]\ny=1\nregion=x\n\n[b]\n'],
  ])('while adding another %s', (_, text, expected) => {
    expect(set(text, 1, { color: undefined, region: 'x' })).toBe(expected);
  });
});

describe('what a line cannot hold', () => {
  it.each<[string, string, string, string]>([
    ['line ends', 'label', 'a\r\nb\nc', 'a b c'],
    ['control characters', 'label', 'a\u0000b\u001bc', 'a b c'],
    ['blanks around it', 'label', ' \t a \uFEFF', 'a'],
    ['both quotes before comments', 'label', `a" #b' #c`, 'a" #b’ #c'],
  ])('is changed: %s', (_, key, value, expected) => {
    expect(writableValue(key, value)).toBe(expected);
    expect(readConfig(set(`[a]\nrole_arn=${ARN}`, 1, { [key]: value })).roles[0]?.label).toBe(expected);
  });
});

/** Near to every special case of a line. */
const PIECES = [
  ...['[', ']', '[a]', '"', "'", '#', ';', ' ', ' #', '=', ':', ',', '#ff0000', '#f80', 'a', 'B', '本番', '🏦', '\t'],
  ...['\\', '%', '$&', '\uFEFF', '\u00a0', '\u3000', 'https://h.example/i.png#x', 'e\u0301', '__proto__'],
];
const value = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const filler = fc.constantFrom(
  ...[
    '# note',
    '; x = 1',
    '',
    '  ',
    'free text',
    's3 =\n  color = nested\n  y = 2',
    'output = json # c',
    '\tlabel\t:\told',
  ],
  ...[
    'color = "red" # c',
    "  region = 'us-east-1';x",
    'color=',
    'label = "a" #\' "x',
    'display_name = two',
    'group = 本番',
  ],
);
const sectionText = fc.tuple(
  fc.constantFrom(
    '[x]',
    '  [profile x] # c',
    '[b]',
    '[profile "b c"]',
    '[services s]',
    '[broken',
    '[__proto__]',
    '[x] y',
  ),
  fc.array(filler, { maxLength: 5 }),
);
const wholeText = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(sectionText, { minLength: 1, maxLength: 4 }), lineEnd, fc.boolean())
  .map(([bom, sections, end, isClosed]) => {
    const lines = sections.flatMap(([header, body]) => [header, ...body]).join('\n');
    return bom + (lines + (isClosed ? '\n' : '')).replaceAll('\n', end);
  });
const changes = fc.dictionary(
  fc.constantFrom('color', 'label', 'group', 'region', 'image', 'tags', 'role_name', 'source_profile'),
  fc.option(value, { nil: undefined }),
  { maxKeys: 4 },
);

/** Headers of the profiles of which no other has the name: setting keys can make two contradicting ones agree. */
function headersOf(text: string): number[] {
  const profiles = readProfiles(parseIni(text, ruleOfKey).sections, () => {});
  const isAlone = (name: string) => profiles.filter((other) => other.name === name).length === 1;
  return profiles.filter(({ name }) => isAlone(name)).flatMap(({ headers }) => headers);
}

describe('for any text and any values', () => {
  it('what is set is read, and what is not set stays as it was', () => {
    fc.assert(
      fc.property(wholeText, changes, fc.nat(), (text, wanted, pick) => {
        const headers = headersOf(text);
        const header = headers[pick % headers.length];
        if (header === undefined) return;
        const before = valuesOf(text, header);
        // A line that is taken out or comes in above moves the header.
        const after = readProfiles(parseIni(set(text, header, wanted), ruleOfKey).sections, () => {});
        const old = readProfiles(parseIni(text, ruleOfKey).sections, () => {});
        const index = old.findIndex((profile) => profile.headers.includes(header));
        const values = new Map(
          [...(after[index]?.values ?? [])].map(([key, { value: read }]) => [key as string, read]),
        );
        const expected = new Map(before);
        for (const [key, written] of Object.entries(wanted)) {
          const writable = written === undefined ? '' : writableValue(key, written);
          if (writable === '') expected.delete(key);
          else expected.set(key, writable);
        }
        // Both names of one key are read as whichever counts; `label` is what is set here.
        const normal = (map: ReadonlyMap<string, string>) =>
          Object.fromEntries([...map].map(([key, read]) => [key === 'display_name' ? 'label' : key, read]));
        expect(normal(values)).toEqual(normal(expected));
        expect(after.length).toBe(old.length);
        for (const [other, profile] of old.entries()) {
          if (other === index) continue;
          const read = [...(after[other]?.values ?? [])].map(([key, { value: is }]) => [key, is]);
          expect(read).toEqual([...profile.values].map(([key, { value: was }]) => [key, was]));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('every byte outside of the edits stays, edits do not overlap, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(wholeText, changes, fc.nat({ max: 30 }), (text, wanted, line) => {
        const edits = setRoleKeys(text, line, wanted);
        let at = 0;
        for (const { from, to } of edits) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThanOrEqual(from);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        if (headersOf(text)[0] === line) expect(setRoleKeys(applyEdits(text, edits), line, wanted)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('what writableValue gives it gives again', () => {
    fc.assert(
      fc.property(fc.constantFrom('label', 'color', 'role_name', 'foo'), value, (key, written) => {
        const once = writableValue(key, written);
        expect(writableValue(key, once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('an added section is read as it was given, and the text before it stays', () => {
    fc.assert(
      fc.property(
        wholeText,
        value,
        changes,
        fc.option(fc.boolean(), { nil: undefined }),
        (text, name, keys, prefix) => {
          const profile = `new ${name}`;
          const edits = appendSection(text, { profile, keys, prefix });
          const after = applyEdits(text, edits);
          expect(after.startsWith(text)).toBe(true);
          const before = readProfiles(parseIni(text, ruleOfKey).sections, () => {});
          const read = readProfiles(parseIni(after, ruleOfKey).sections, () => {});
          expect(read).toHaveLength(before.length + 1);
          const last = read.at(-1);
          expect(last?.name).toBe(writableName(profile));
          const expected = Object.entries(keys)
            .map(([key, wanted]) => [key, writableValue(key, wanted ?? '')] as const)
            .filter(([, wanted]) => wanted !== '');
          expect([...(last?.values ?? [])].map(([key, { value: is }]) => [key, is])).toEqual(expected);
          expect(read.slice(0, -1).map((each) => each.values)).toEqual(before.map((each) => each.values));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('appendSection', () => {
  const keys = { role_arn: ARN, color: undefined, region: 'us-east-1' };
  const own = `[n]\nrole_arn = ${ARN}\nregion = us-east-1`;
  const tight = own.replaceAll(' = ', '=');
  it.each<[string, string, string]>([
    ['to nothing', '', `${own}\n`],
    ['to a BOM', '\uFEFF', `\uFEFF${own}\n`],
    ['behind a blank line', '[a]\nx = 1\n', `[a]\nx = 1\n\n${own}\n`],
    ['behind the one that is there', '[a]\nx = 1\n\n', `[a]\nx = 1\n\n${own}\n`],
    ['behind a line without an end', '[a]\nx = 1', `[a]\nx = 1\n\n${own}`],
    ['in the text’s spacing', '[a]\nx=1\n', `[a]\nx=1\n\n${tight}\n`],
    ['without blank lines where the text has none', '[a]\nx=1\n[b]\nx=1\n', `[a]\nx=1\n[b]\nx=1\n${tight}\n`],
    ['with CRLF', '[a]\r\nx=1\r\n', `[a]\r\nx=1\r\n\r\n${tight.replaceAll('\n', '\r\n')}\r\n`],
    ['with CR', '[a]\rx=1\r', `[a]\rx=1\r\r${tight.replaceAll('\n', '\r')}\r`],
    ['indented', '  [a]\n  x=1\n', `  [a]\n  x=1\n\n${tight.replace(/^/gm, '  ')}\n`],
    ['with the prefix of a CLI file', '[profile a]\nx=1\n', `[profile a]\nx=1\n\n${tight.replace('[', '[profile ')}\n`],
  ])('%s', (_, text, expected) => {
    expect(applyEdits(text, appendSection(text, { profile: 'n', keys }))).toBe(expected);
  });

  it.each<[string, boolean | undefined, string]>([
    ['a b', undefined, '[a b]'],
    ['a b', true, '[profile "a b"]'],
    ['a', true, '[profile a]'],
    ['plugins', undefined, '[profile "plugins"]'],
    ['profile x', undefined, '[profile "profile x"]'],
    ['"x"', true, '[profile \'"x"\']'],
    ['[a] b', undefined, '[(a) b]'],
    ['a\nb', undefined, '[a b]'],
  ])('the name %j with prefix %j is %s', (profile, prefix, header) => {
    const text = applyEdits('', appendSection('', { profile, keys: {}, prefix }));
    expect(text).toBe(`${header}\n`);
  });

  it('adds nothing without a name', () => {
    expect(appendSection('[a]', { profile: ' \n', keys })).toEqual([]);
  });
});

describe('renameSection', () => {
  const role = (name: string, base: string) => `[${name}]\nrole_arn=${ARN}\nsource_profile = ${base} # c\n`;
  it.each<[string, string, string, string]>([
    ['a name', '[a] # c\nx=1', 'b', '[b] # c\nx=1'],
    ['inside blanks', '\uFEFF  [ a\t] ; c\r\n', 'b', '\uFEFF  [ b\t] ; c\r\n'],
    ['behind a prefix', '[Profile\ta]', 'b', '[Profile\tb]'],
    ['in quotes', "[profile 'a']", 'b', '[profile "b"]'],
    ['to one that wants quotes', '[profile a]', 'b c', '[profile "b c"]'],
    ['to one that is a word of its own', '[a]', 'preview', '[profile "preview"]'],
    ['where a base is named', `[a]\n${role('x', 'a')}`, 'b', `[b]\n${role('x', 'b')}`],
    ['in a list', `[a]\n${role('x', 'c , a,d')}`, 'b', `[b]\n${role('x', 'c , b,d')}`],
    ['not inside another name', `[a]\n${role('x', 'aa, ba')}`, 'b', `[b]\n${role('x', 'aa, ba')}`],
    ['in quotes where it is named', `[a]\n${role('x', 'a')}`, 'b#1', `[b#1]\n${role('x', '"b#1"')}`],
    ['of all the sections that are one', '[a]\nx=1\n[profile a]\ny=1\n', 'b', '[b]\nx=1\n[profile b]\ny=1\n'],
    [
      'not a part of a name with a comma',
      `[a]\n[a, c]\n${role('x', 'a, c')}`,
      'b',
      `[b]\n[a, c]\n${role('x', 'a, c')}`,
    ],
    ['with a dollar', `[a]\n${role('x', 'a,c')}`, '$&', `[$&]\n${role('x', '$&,c')}`],
    ['to nothing', '[a]', ' ', '[a]'],
    ['of what is no profile', '[plugins]', 'b', '[plugins]'],
  ])('%s', (_, text, name, expected) => {
    expect(applyEdits(text, renameSection(text, 1, name))).toBe(expected);
  });

  it('leaves what names the other of two', () => {
    const text = `[a]\ncolor=red\n[a]\ncolor=blue\n${role('x', 'a')}`;
    const renamed = applyEdits(text, renameSection(text, 3, 'b'));
    expect(renamed).toBe(text.replace('[a]\ncolor=blue', '[b]\ncolor=blue'));
  });

  it('is read as the name that was given, for any name', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('[a]', '[profile a]', '[profile "a"]', ' [ a ] # c'), (name, header) => {
        fc.pre(writableName(name) !== '');
        const text = `${header}\nrole_arn=${ARN}\n`;
        expect(readConfig(applyEdits(text, renameSection(text, 1, name))).roles[0]?.profile).toBe(writableName(name));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('removeSection', () => {
  it.each<[string, string, number, string]>([
    ['the first', '[a]\nx=1\n\n[b]\n', 1, '[b]\n'],
    ['one in between', '[a]\n\n[b]\nx=1\ny=2\n\n[c]\n', 3, '[a]\n\n[c]\n'],
    ['the last', '[a]\n\n[b]\nx=1', 3, '[a]\n'],
    ['but not the comments around it', '# one\n[a]\n# in\nx=1\n# two\n\n[b]', 2, '# one\n# two\n\n[b]'],
    ['with free text and nested blocks', '[a]\ns3 =\n  x=1\nwhat?\n[b]', 1, '[b]'],
    ['up to a broken header', '[a]\nx=1\n[b\nx=1', 1, '[b\nx=1'],
    ['every section that is the same profile', '[a]\nx=1\n[b]\ny=1\n[profile a]\nz=1\n', 1, '[b]\ny=1\n'],
    ['none where no header stands', '[a]\nx=1\n', 2, '[a]\nx=1\n'],
  ])('%s', (_, text, line, expected) => {
    expect(applyEdits(text, removeSection(text, line))).toBe(expected);
  });
});
