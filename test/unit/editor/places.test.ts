import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/core/config/problem.ts';
import { colorValue } from '../../../src/options/editor/color-value.ts';
import { sectionFold } from '../../../src/options/editor/fold-sections.ts';
import { problemSpan } from '../../../src/options/editor/problem-span.ts';

describe('what a problem underlines', () => {
  it.each<[ProblemCode, string[], string, string]>([
    ['bad-role-arn', ['arn:x'], 'role_arn = arn:x # note', 'arn:x'],
    ['unknown-key', ['colour', 'color'], '  Colour = red', 'Colour'],
    ['duplicate-key', ['region', '4'], 'region = region', 'region'],
    ['secret', ['aws_session_token'], 'aws_session_token = x', 'aws_session_token'],
    ['unknown-source-profile', ['a'], 'source_profile = ba, a', 'a'],
    ['bad-boolean', ['maybe', 'hidden'], 'hidden = maybe', 'maybe'],
    ['mfa-needed', ['profile-name'], 'mfa_serial = arn:mfa', 'arn:mfa'],
    ['section-without-role', ['a'], '[profile a]', 'a'],
    ['text-after-section', ['a'], '[a] b', 'a'],
    ['unclosed-section', [], '  [a', '[a'],
    ['empty-section-name', [], '[ ]', '[ ]'],
    ['text-without-key', [], ' free text ', 'free text'],
  ])('%s %j in %j', (code, values, line, expected) => {
    const { from, to } = problemSpan(line, { line: 1, code, values });
    expect(line.slice(from, to)).toBe(expected);
  });

  it('is the name as a word, not as a part of another', () => {
    const line = 'source_profile = base, a';
    const { from } = problemSpan(line, { line: 1, code: 'unknown-source-profile', values: ['a'] });
    expect(from).toBe(line.length - 1);
  });
});

describe('the colour of a line', () => {
  it.each([
    ['color = #f80 # note', { text: '#f80', color: 'ff8800', hasHash: true }],
    ['COLOR: Teal', { text: 'Teal', color: '008080', hasHash: false }],
    ['color = "ff880080"', { text: 'ff880080', color: 'ff8800', hasHash: false }],
  ])('%s', (line, { text, color, hasHash }) => {
    const found = colorValue(line);
    expect(found).toMatchObject({ color, hasHash });
    expect(line.slice(found?.from, found?.to)).toBe(text);
  });

  it.each(['color = nonesuch', 'container_color = blue', '# color = red', 'colors = red', 'color ='])(
    '%s: none',
    (line) => {
      expect(colorValue(line)).toBeUndefined();
    },
  );
});

describe('what folds behind a header', () => {
  const lines = ['[a]', 'region = x', '', '# about b', '[b]', '[c]', '# only a note', 'k = v', ''];
  const doc = Text.of(lines);
  const folded = (line: number) => {
    const fold = sectionFold(doc, doc.line(line).from);
    return fold && doc.sliceString(fold.from, fold.to);
  };

  it('ends at the last line that says something', () => {
    expect(folded(1)).toBe('\nregion = x');
    expect(folded(5)).toBeUndefined();
    expect(folded(6)).toBe('\n# only a note\nk = v');
    expect(folded(2)).toBeUndefined();
  });

  it('is nothing where the header is the last line', () => {
    expect(sectionFold(Text.of(['[a]']), 0)).toBeUndefined();
  });
});
