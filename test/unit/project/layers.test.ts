import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: an arrow may only point down. The map in CONTRIBUTING says why. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  protocol: ['core'],
  browser: ['browser', 'core', 'protocol', 'webextension-polyfill'],
  ui: ['ui', 'core', 'protocol', 'preact', 'preact/hooks'],
  background: ['background', 'core', 'protocol', 'browser'],
  content: ['content', 'core', 'protocol', 'browser', 'ui', 'preact', 'preact/hooks'],
  options: ['options', 'core', 'protocol', 'browser', 'ui', 'preact', 'preact/hooks'],
  popup: ['popup', 'core', 'protocol', 'browser', 'ui', 'preact', 'preact/hooks'],
  check: ['check', 'core', 'protocol', 'browser', 'ui', 'preact', 'preact/hooks'],
  history: ['history', 'core', 'protocol', 'browser', 'ui', 'preact', 'preact/hooks'],
  access: ['access', 'core', 'protocol', 'browser', 'ui', 'preact', 'preact/hooks'],
};

/** Packages that one file alone may import. */
const ONLY_IN: Readonly<Record<string, string>> = {
  ini: 'src/core/config/parse-ini.ts',
  'webextension-polyfill': 'src/browser/extension-api.ts',
};

/** CodeMirror, which is many times the rest of the package: loaded by the options page alone, when it is needed. */
const EDITOR_PACKAGE = /^(?:@codemirror\/|@lezer\/highlight$)/;
const EDITOR_FOLDER = 'src/options/editor/';

/** What a layer must not even name: the rest of it is enforced by the types of src/core/tsconfig.json. */
const MUST_NOT_NAME: Readonly<Record<string, RegExp>> = {
  core: /\b(Date\.now|new Date\(\)|Math\.random|randomUUID|setTimeout|fetch\()/,
  ui: /\b(chrome|browser)\.\w/,
  background: /\b(document|window)\.\w/,
  content: /\b(chrome|browser)\.(runtime|storage|tabs)/,
  options: /\b(chrome|browser)\.(runtime|storage|tabs)/,
  popup: /\b(chrome|browser)\.(runtime|storage|tabs)/,
  check: /\b(chrome|browser)\.(runtime|storage|tabs)/,
  history: /\b(chrome|browser)\.(runtime|storage|tabs)/,
  access: /\b(chrome|browser)\.(runtime|storage|tabs)/,
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name));

function layerOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

interface Import {
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const found = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms);
  return [...found].map(([, type, specifier = '']) => ({
    target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/') : specifier,
    isTypeOnly: type !== undefined,
  }));
}

describe('the layers', () => {
  it('are all in the table', () => {
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(files)('%s imports only what its layer may', (file) => {
    const allowed = MAY_IMPORT[layerOf(file)] ?? [];
    for (const { target, isTypeOnly } of importsOf(file)) {
      // The sentences' keys are a type made from the English ones.
      if (target.startsWith('public/_locales/') && isTypeOnly) continue;
      const to = target.startsWith('src/') ? layerOf(target) : target;
      const isAllowed =
        allowed.includes(to) ||
        ONLY_IN[to] === file ||
        (EDITOR_PACKAGE.test(to) && file.startsWith(EDITOR_FOLDER)) ||
        (isTypeOnly && ONLY_IN[to] !== undefined && layerOf(file) === 'browser');
      expect(isAllowed, `${file} imports ${target}`).toBe(true);
      if (to === 'protocol') expect(isTypeOnly, `${file} imports run-time code from ${target}`).toBe(true);
      if (ONLY_IN[to] && !isTypeOnly) expect(file).toBe(ONLY_IN[to]);
    }
  });

  it.each(files.filter((file) => MUST_NOT_NAME[layerOf(file)]))('%s does not reach around its layer', (file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(MUST_NOT_NAME[layerOf(file)] ?? /$^/);
  });

  it('hold no HTML sinks and no dynamic code', () => {
    for (const file of files) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|\beval\(|new Function\(/,
      );
    }
  });
});
