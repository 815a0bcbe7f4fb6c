import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import ja from '../../../public/_locales/ja/messages.json' with { type: 'json' };
import { PROBLEM_SEVERITY } from '../../../src/core/config/problem.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;
const languages: [string, Messages][] = [
  ['English', en],
  ['Japanese', ja],
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .concat(readFileSync('manifest.json', 'utf8'))
  .join('\n');

function placeholders({ message }: { readonly message: string }): string[] {
  return [...new Set(message.match(/\$\d/g))].sort();
}

describe('the sentences', () => {
  it('are the same ones in both languages', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(en))('%s takes the same values in both languages', (key) => {
    const japanese = (ja as Messages)[key];
    expect(japanese && placeholders(japanese)).toEqual(placeholders((en as Messages)[key] ?? { message: '' }));
  });

  it.each(languages)('are none of them empty in %s, and hold no stray dollar', (_name, messages) => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      expect(message.replace(/\$\d/g, ''), key).not.toContain('$');
    }
  });

  it('exist for every problem', () => {
    for (const code of Object.keys(PROBLEM_SEVERITY)) expect(en).toHaveProperty(`problem_${code.replaceAll('-', '_')}`);
  });

  it('are all used', () => {
    const unused = Object.keys(en).filter(
      (key) =>
        !key.startsWith('problem_') &&
        !key.startsWith('severity_') &&
        !new RegExp(`\\b(__MSG_)?${key}(__)?\\b`).test(sources),
    );
    expect(unused).toEqual([]);
  });
});
