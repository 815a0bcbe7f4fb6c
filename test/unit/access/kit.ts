import type { AccessForm, Format, Part } from '../../../src/core/access/access-form.ts';
import { type AccessKit, accessKit } from '../../../src/core/access/access-kit.ts';
import { formOf } from '../../../src/core/access/form-of.ts';
import { profilesOf } from '../../../src/core/access/profiles-of.ts';
import { PERSONAL } from '../../../src/core/config/layer.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';

interface Wanted extends Partial<AccessForm> {
  /** The profile of the base; the first one of the text where it is left out. */
  readonly base?: string;
  readonly part?: Part;
  readonly format?: Format;
}

/** The kit for a text, as the page makes it before anything is chosen but what is wanted here. */
export function kitOf(
  text: string,
  { base: name, part = 'trust', format = 'json', ...changes }: Wanted = {},
): AccessKit {
  const layers = [{ origin: PERSONAL, text }];
  const source = { config: readLayers(layers), profileOf: profilesOf(layers) };
  const base = source.config.bases.find(({ profile }) => name === undefined || profile === name);
  return accessKit(source, base, { ...formOf(source, base), ...changes }, part, format);
}

/** The documents of a kit in JSON, by their files' names. */
export function documentsOf({ files }: AccessKit): Record<string, unknown> {
  return Object.fromEntries(files.map(({ name, text }) => [name, JSON.parse(text)]));
}

export function codesOf({ notes }: AccessKit): string[] {
  return notes.map(({ code }) => code);
}
