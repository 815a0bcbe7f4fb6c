import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleOfKey } from '../../../src/core/config/keys.ts';
import { parseIni } from '../../../src/core/config/parse-ini.ts';
import { bareValue, readLine, sectionName } from '../../../src/options/editor/ini-line.ts';
import { tokensOfLine } from '../../../src/options/editor/ini-tokens.ts';

/** The parts of a line as the editor shows them, each behind its kind. */
function shown(line: string, blockIndent?: number): string[] {
  let from = 0;
  return tokensOfLine(line, blockIndent).tokens.flatMap(({ to, kind }) => {
    const text = line.slice(from, to);
    from = to;
    return kind ? [`${kind} ${text}`] : [];
  });
}

describe('a line in the editor', () => {
  it.each([
    ['[jump]', ['bracket [', 'section jump', 'bracket ]']],
    ['  [ profile a.b ]  ; note', ['bracket [ ', 'section profile a.b', 'bracket  ]  ', 'comment ; note']],
    ['[a] stray', ['bracket [', 'section a', 'bracket ] ', 'stray stray']],
    ['[broken', ['stray [broken']],
    ['[ ]', ['stray [ ]']],
    ['# note', ['comment # note']],
    ['  ; note', ['comment ; note']],
    ['free text', ['stray free text']],
    ['= value', ['stray = value']],
    ['region = eu-west-1 # here', ['key region', 'delimiter =', 'value eu-west-1', 'comment # here']],
    ['region: eu-west-1', ['key region', 'delimiter :', 'value eu-west-1']],
    ['role_name = Admin;old', ['key role_name', 'delimiter =', 'value Admin', 'comment ;old']],
    ['color = #f80', ['key color', 'delimiter =', 'value #f80']],
    ['color = #f80 # orange', ['key color', 'delimiter =', 'value #f80', 'comment # orange']],
    ['color = #note', ['key color', 'delimiter =', 'comment #note']],
    ['image = https://a.example/i.png#x', ['key image', 'delimiter =', 'value https://a.example/i.png#x']],
    ['label = "a # b" # c', ['key label', 'delimiter =', 'value "a # b"', 'comment # c']],
    ['aws_account_id = 1111-2222-3333', ['key aws_account_id', 'delimiter =', 'account 1111-2222-3333']],
    [
      'role_arn=arn:aws:iam::111111111111:role/a/B',
      ['key role_arn', 'delimiter =', 'quiet arn:aws:iam::', 'account 111111111111', 'quiet :role/', 'value a/B'],
    ],
    ['', []],
  ])('%s', (line, parts) => {
    expect(shown(line)).toEqual(parts);
  });

  it('below an empty value is its nested block, until the indentation ends', () => {
    const { blockIndent } = tokensOfLine('s3 =', undefined);
    expect(blockIndent).toBe(0);
    expect(shown('  max = 20', blockIndent)).toEqual(['quiet max = 20']);
    expect(tokensOfLine('  max = 20', blockIndent).blockIndent).toBe(0);
    expect(shown('max = 20', blockIndent)[0]).toBe('key max');
    expect(tokensOfLine('[next]', blockIndent).blockIndent).toBeUndefined();
  });

  it('is taken apart as the configuration is read', () => {
    const character = fc.constantFrom(
      ...'[]=:#; \t"\'a1f-_.\u3042\uFEFF'.split(''),
      'color',
      'image',
      'label',
      'region',
    );
    const line = fc.array(character, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, (text) => {
        const [, ...found] = parseIni(`[x]\n${text}`, ruleOfKey).sections;
        const [entry] = parseIni(`[x]\n${text}`, ruleOfKey).sections[0]?.entries ?? [];
        const read = readLine(text);
        expect(sectionName(text) || undefined).toBe(found[0]?.name);
        expect(read.kind === 'entry').toBe(entry !== undefined);
        if (read.kind !== 'entry' || !entry) return;
        expect(read.name).toBe(entry.key);
        expect(bareValue(text, read).text).toBe(entry.value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is shown whole: its parts are in order and end where it ends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const ends = tokensOfLine(text, undefined).tokens.map(({ to }) => to);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
