import { history, redo, undo } from '@codemirror/commands';
import { EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/config/text-edit.ts';
import { fullText, keepEndings, setEndings } from '../../../src/options/editor/keep-endings.ts';
import { joinEndings, splitEndings, toPlainChanges } from '../../../src/options/editor/line-endings.ts';

const anyText = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\uFEFF', '[x]', ''), { maxLength: 30 })
  .map((parts) => parts.join(''));

/** A text in an editor without a screen. */
class Editor {
  state = EditorState.create({ extensions: [keepEndings, history()] });

  constructor(text: string) {
    const { plain, endings } = splitEndings(text);
    this.change({
      changes: { from: 0, insert: plain },
      effects: setEndings.of(endings),
      annotations: Transaction.addToHistory.of(false),
    });
  }

  change(spec: TransactionSpec): this {
    this.state = this.state.update(spec).state;
    return this;
  }

  run(command: typeof undo): this {
    command({ state: this.state, dispatch: (transaction: Transaction) => (this.state = transaction.state) });
    return this;
  }

  get text(): string {
    return fullText(this.state);
  }
}

describe('line ends', () => {
  it('go apart and together again byte for byte, whatever they are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { plain, endings } = splitEndings(text);
        expect(plain).not.toContain('\r');
        expect(joinEndings(plain, endings)).toBe(text);
        expect(new Editor(text).text).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a\r\nb\r\n', '\r\n'],
    ['a\rb\rc', '\r'],
    ['a\nb\r\nc\r\n', '\r\n'],
    // Two as frequent: the first counts.
    ['a\r\nb\n', '\r\n'],
    ['a\nb\r\n', '\n'],
    ['', '\n'],
  ])('%j gives its new lines %j', (text, usual) => {
    expect(splitEndings(text).endings.usual).toBe(usual);
  });

  it('of a new line are the usual ones, also where it was pasted with others', () => {
    expect(new Editor('\uFEFFa\r\nb').change({ changes: { from: 3, insert: '\nc' } }).text).toBe('\uFEFFa\r\nb\r\nc');
    const pasted = new Editor('a\nb');
    expect(pasted.change({ changes: { from: 3, insert: pasted.state.toText('\r\nc\r\n') } }).text).toBe('a\nb\nc\n');
  });

  it('that are not the usual ones stay with their lines when others change', () => {
    const editor = new Editor('a\nb\r\nc\nd\n');
    expect(editor.change({ changes: { from: 0, to: 2, insert: 'first\nx\n' } }).text).toBe('first\nx\nb\r\nc\nd\n');
    expect(editor.change({ changes: { from: 9, insert: '!' } }).text).toBe('first\nx\nb!\r\nc\nd\n');
  });

  it('come back when an edit is undone, and go when it is done again', () => {
    const editor = new Editor('a\nb\r\nc\nd\n').change({ changes: { from: 2, to: 6 } });
    expect(editor.text).toBe('a\nd\n');
    expect(editor.run(undo).text).toBe('a\nb\r\nc\nd\n');
    expect(editor.run(redo).text).toBe('a\nd\n');
    expect(editor.run(undo).text).toBe('a\nb\r\nc\nd\n');
  });

  it('of another text go when that is undone', () => {
    const editor = new Editor('a\r\nb\nc\r\n');
    const { plain, endings } = splitEndings('\uFEFFx\ny\n');
    editor.change({
      changes: { from: 0, to: editor.state.doc.length, insert: plain },
      effects: setEndings.of(endings),
    });
    expect(editor.text).toBe('\uFEFFx\ny\n');
    expect(editor.run(undo).text).toBe('a\r\nb\nc\r\n');
    expect(editor.run(redo).text).toBe('\uFEFFx\ny\n');
  });

  it('come back by undo after any edits', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.constantFrom('', 'x', '\n', 'y\nz')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyText, edits, (text, list) => {
        const editor = new Editor(text);
        for (const [at, length, insert] of list) {
          const from = at % (editor.state.doc.length + 1);
          const to = Math.min(from + length, editor.state.doc.length);
          editor.change({ changes: { from, to, insert }, userEvent: 'input.type' });
        }
        for (const _edit of list) editor.run(undo);
        expect(editor.text).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are counted in where something is changed by offsets in the full text', () => {
    const text = '\uFEFFa\r\nbc\r\nd\re';
    const { plain } = splitEndings(text);
    const at = text.indexOf('c');
    const changes = [
      { from: at, to: at + 1, insert: 'C\r\nC' },
      { from: text.length, to: text.length, insert: '!' },
    ];
    expect(applyEdits(plain, toPlainChanges(text, changes))).toBe('a\nbC\nC\nd\ne!');
  });

  it('of all offsets lead to the same change as in the full text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, two) => {
        const [from = 0, to = 0] = [one, two].map((n) => n % (text.length + 1)).sort((a, b) => a - b);
        // A change never begins or ends within a line end.
        const splits = (at: number) => text.slice(at - 1, at + 1) === '\r\n' || (at === 0 && text.startsWith('\uFEFF'));
        fc.pre(!splits(from) && !splits(to));
        const change = { from, to, insert: 'Z' };
        const changed = applyEdits(splitEndings(text).plain, toPlainChanges(text, [change]));
        expect(changed).toBe(splitEndings(applyEdits(text, [change])).plain);
      }),
      { numRuns: 1_000 },
    );
  });
});
