/** `AWS::IAM::Role`, `sts:AssumeRole`: nothing that YAML takes for a number, a truth value or null. */
const PLAIN = /^[A-Za-z]+(?:::?[A-Za-z]+)+$/;
const PLAIN_KEY = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z]\w*$/i;

/** Objects, lists and values as YAML in block style. Texts are quoted, since YAML takes many a word for something else. */
export function writeYaml(value: Readonly<Record<string, unknown>>): string {
  return `${entryLines(value).join('\n')}\n`;
}

function entryLines(value: object): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => inBlock('-', entry));
  return Object.entries(value).flatMap(([key, entry]) => {
    const name = PLAIN_KEY.test(key) ? key : JSON.stringify(key);
    return inBlock(`${name}:`, entry);
  });
}

/** An entry behind its dash or key: on the same line where it is a value, below and deeper where it has entries. */
function inBlock(head: string, entry: unknown): string[] {
  if (typeof entry === 'string') return [`${head} ${PLAIN.test(entry) ? entry : JSON.stringify(entry)}`];
  if (typeof entry !== 'object' || entry === null) return [`${head} ${String(entry)}`];
  const lines = entryLines(entry);
  if (lines.length === 0) return [`${head} ${Array.isArray(entry) ? '[]' : '{}'}`];
  if (head !== '-') return [head, ...lines.map((line) => `  ${line}`)];
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}
