import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { type Token, type TokenKind, tokensOfLine } from './ini-tokens.ts';

interface LineState {
  blockIndent: number | undefined;
  /** Of the line being read. */
  tokens: readonly Token[];
}

const TAGS = {
  section: tags.heading,
  bracket: tags.bracket,
  key: tags.propertyName,
  delimiter: tags.operator,
  value: tags.string,
  account: tags.number,
  quiet: tags.meta,
  comment: tags.lineComment,
  stray: tags.invalid,
} as const satisfies Record<TokenKind, unknown>;

/** Reads each line once, and again only from where the text has changed. */
const iniLanguage = StreamLanguage.define<LineState>({
  name: 'ini',
  startState: () => ({ blockIndent: undefined, tokens: [] }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (stream.sol()) Object.assign(state, tokensOfLine(stream.string, state.blockIndent));
    const next = state.tokens.find(({ to }) => to > stream.pos);
    if (next) stream.pos = next.to;
    else stream.skipToEnd();
    return next?.kind ?? null;
  },
  tokenTable: TAGS,
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['['] } },
});

const classes = HighlightStyle.define(Object.entries(TAGS).map(([kind, tag]) => ({ tag, class: `ini-${kind}` })));

export function ini(): Extension {
  return [iniLanguage, syntaxHighlighting(classes)];
}
