/** How a language writes objects and lists of values. */
export interface LiteralSyntax {
  readonly assign: string;
  /** Behind each entry of an object; entries of lists have commas everywhere. */
  readonly afterEntry: string;
  readonly key: (key: string) => string;
  readonly text: (text: string) => string;
}

/** Text, numbers, booleans, lists and objects as a literal of a language, an entry a line. */
export function writeLiteral(value: unknown, syntax: LiteralSyntax, indent = ''): string {
  const deeper = `${indent}  `;
  if (typeof value === 'string') return syntax.text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map((entry) => `${writeLiteral(entry, syntax, deeper)},`)
    : Object.entries(value).map(
        ([key, entry]) =>
          `${syntax.key(key)}${syntax.assign}${writeLiteral(entry, syntax, deeper)}${syntax.afterEntry}`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return lines.length === 0
    ? open + close
    : `${open}\n${lines.map((line) => `${deeper}${line}\n`).join('')}${indent}${close}`;
}

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/** TypeScript. */
export const TYPESCRIPT: LiteralSyntax = {
  assign: ': ',
  afterEntry: ',',
  key: (key) => (IDENTIFIER.test(key) ? key : quoteTypeScript(key)),
  text: quoteTypeScript,
};

export function quoteTypeScript(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Terraform's HCL, where `${` and `%{` in a text begin a template unless they are doubled. */
export const HCL: LiteralSyntax = {
  assign: ' = ',
  afterEntry: '',
  key: (key) => (IDENTIFIER.test(key) ? key : quoteHcl(key)),
  text: quoteHcl,
};

export function quoteHcl(text: string): string {
  return JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');
}
