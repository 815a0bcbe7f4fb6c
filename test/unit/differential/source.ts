/** A section as AESR sees it: its lines up to the next header. */
export interface SourceSection {
  readonly line: number;
  /** As it stands between the outermost brackets, without `profile `. */
  readonly name: string;
  readonly lines: readonly string[];
}

/** The sections of a text that AESR accepts. */
export function sectionsOf(text: string): SourceSection[] {
  const sections: { line: number; name: string; lines: string[] }[] = [];
  text.split(/\r\n|\r|\n/).forEach((written, index) => {
    const line = withoutComment(written);
    const name = /^\[(.+)\]$/.exec(line)?.[1]?.trim();
    if (name !== undefined) sections.push({ line: index + 1, name: name.replace(/^profile\s+/i, ''), lines: [] });
    else if (line !== '') sections.at(-1)?.lines.push(written);
  });
  return sections;
}

/** A line as AESR takes it: everything from the first `#` or `;` is a comment. */
export function withoutComment(line: string): string {
  return line.replace(/[;#].*$/, '').trim();
}

/** What stands behind the first `=` of a key's line, comment and all; undefined where the section has no such key. */
export function writtenValue(section: SourceSection | undefined, key: string): string | undefined {
  const line = section?.lines.find((text) => text.split('=')[0]?.trim() === key);
  return line?.slice(line.indexOf('=') + 1).trim();
}
