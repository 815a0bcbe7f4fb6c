/** How the values of one key are written, where keys differ (config-format §1). */
export interface ValueRule {
  /** `#` and `;` begin a comment even without white space before them, since the key's grammar has neither. */
  readonly cutsTightComment: boolean;
  /** `#` directly followed by 3, 4, 6 or 8 hex digits begins a colour, not a comment. */
  readonly takesHexColor: boolean;
}

const HEX_COLOR = /^\s*#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?![\da-z])/i;
const QUOTED = /^\s*["']/;
const TIGHT_COMMENT = /[#;]/;
const SPACED_COMMENT = /\s[#;]/;
const TIGHT_END = /\s*(?:$|[#;])/y;
const SPACED_END = /\s*$|\s+[#;]/y;

/**
 * What is written as the value once the comment behind it is gone, trimmed, its quotes still on: config-format §1.
 * A comment character inside quotes is data; the quotes end where nothing but a comment follows.
 *
 * @param raw everything behind the key's `=` or `:`
 */
export function cutComment(raw: string, rule: ValueRule): string {
  const quoted = QUOTED.test(raw) ? leadingQuoted(raw.trimStart(), rule) : undefined;
  if (quoted !== undefined) return quoted;
  const color = rule.takesHexColor ? (HEX_COLOR.exec(raw)?.[0] ?? '') : '';
  const rest = raw.slice(color.length);
  const comment = rest.search(rule.cutsTightComment ? TIGHT_COMMENT : SPACED_COMMENT);
  return (comment < 0 ? raw : color + rest.slice(0, comment)).trim();
}

/** The text without its one pair of matching quotes; as it is where it has none. */
export function unquote(text: string): string {
  const quote = text.charAt(0);
  return isQuote(quote) && text.length > 1 && text.endsWith(quote) ? text.slice(1, -1) : text;
}

function leadingQuoted(text: string, rule: ValueRule): string | undefined {
  const quote = text.charAt(0);
  if (!isQuote(quote)) return undefined;
  const end = rule.cutsTightComment ? TIGHT_END : SPACED_END;
  for (let at = text.indexOf(quote, 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    end.lastIndex = at + 1;
    if (end.test(text)) return text.slice(0, at + 1);
  }
  return undefined;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}
