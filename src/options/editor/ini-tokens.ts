import { type EntryLine, readLine, type SectionLine } from './ini-line.ts';

export type TokenKind =
  | 'section'
  | 'bracket'
  | 'key'
  | 'delimiter'
  | 'value'
  | 'account'
  | 'quiet'
  | 'comment'
  | 'stray';

/** From where the one before it ends. */
export interface Token {
  readonly to: number;
  readonly kind: TokenKind | undefined;
}

export interface LineTokens {
  readonly tokens: readonly Token[];
  /** Indentation of the key with an empty value whose nested block may go on in the next line. */
  readonly blockIndent: number | undefined;
}

const ROLE_ARN = /^(["']?arn:[\w-]*:iam::)(\d*)(:role\/)/i;
const ACCOUNT = /^["']?(?:\d{12}|\d{4}-\d{4}-\d{4})["']?$/;

/** How a line looks. `blockIndent` is what the line before it returned. */
export function tokensOfLine(line: string, blockIndent: number | undefined): LineTokens {
  const read = readLine(line);
  const write = new TokenWriter();
  switch (read.kind) {
    case 'blank':
      return { tokens: [], blockIndent };
    case 'comment':
    case 'text':
      write.until(read.content.from).until(read.content.to, read.kind === 'comment' ? 'comment' : 'stray');
      return { tokens: write.tokens, blockIndent };
    case 'section':
      writeSection(read, write);
      return { tokens: write.tokens, blockIndent: undefined };
    case 'entry':
      if (blockIndent !== undefined && read.content.from > blockIndent) {
        write.until(read.content.from).until(read.content.to, 'quiet');
        return { tokens: write.tokens, blockIndent };
      }
      writeEntry(line, read, write);
      return { tokens: write.tokens, blockIndent: read.value.from === read.value.to ? read.content.from : undefined };
  }
}

class TokenWriter {
  readonly tokens: Token[] = [];

  until(to: number, kind?: TokenKind): this {
    if (to > (this.tokens.at(-1)?.to ?? 0)) this.tokens.push({ to, kind });
    return this;
  }
}

function writeSection({ content, name, after, isAfterComment }: SectionLine, write: TokenWriter): void {
  write.until(content.from);
  if (!name || name.from === name.to) {
    write.until(content.to, 'stray');
    return;
  }
  write.until(name.from, 'bracket').until(name.to, 'section');
  if (after.from === after.to) write.until(content.to, 'bracket');
  else write.until(after.from, 'bracket').until(after.to, isAfterComment ? 'comment' : 'stray');
}

function writeEntry(line: string, { key, delimiter, value, comment }: EntryLine, write: TokenWriter): void {
  write
    .until(key.from)
    .until(key.to, 'key')
    .until(delimiter)
    .until(delimiter + 1, 'delimiter')
    .until(value.from);
  const written = line.slice(value.from, value.to);
  const [, head = '', account = '', tail = ''] = ROLE_ARN.exec(written) ?? [];
  if (head !== '') {
    const start = value.from + head.length;
    write.until(start, 'quiet').until(start + account.length, 'account');
    write.until(start + account.length + tail.length, 'quiet');
  }
  write
    .until(value.to, ACCOUNT.test(written) ? 'account' : 'value')
    .until(comment.from)
    .until(comment.to, 'comment');
}
