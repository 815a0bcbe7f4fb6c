import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The extension as it is built. */
export const BUILT = 'dist/chrome';

const FOLDER = 'test-results/bench';
const PROBE = 'test/bench/probe.js';
const PROBE_TAG = '<script src="/probe.js"></script>';

interface Manifest {
  readonly action: { readonly default_popup: string };
  readonly content_scripts: readonly { readonly js: readonly string[]; readonly world?: string }[];
}

/** The files that the built extension puts into a console page. */
export function contentScripts(): Manifest['content_scripts'] {
  return readManifest().content_scripts;
}

/** A copy of the built extension with the probe before its popup's scripts and its content script; gives its folder. */
export function makeProbed(): string {
  const folder = emptied('hatrack');
  cpSync(BUILT, folder, { recursive: true });
  const { action, content_scripts } = readManifest();
  write(folder, action.default_popup, popupHtml().replace('<head>', `<head>${PROBE_TAG}`));
  for (const { js, world } of content_scripts) {
    // The page's own world has nothing to draw.
    if (world === 'MAIN') continue;
    for (const file of js) write(folder, file, readFileSync(PROBE, 'utf8') + readFileSync(`${BUILT}/${file}`, 'utf8'));
  }
  cpSync(PROBE, `${folder}/probe.js`);
  return folder;
}

/** A search box that has the focus and one empty row: what a popup can't do without. */
const FLOOR_BODY = `<body>
<div class="panel">
<div class="search"><input autofocus></div>
<div class="list" role="listbox"><div class="row" role="option"></div></div>
</div>
</body>`;

/** An extension that does nothing but show a popup in the styles of the built one; gives its folder. */
export function makeFloor(): string {
  const folder = emptied('floor');
  const { default_popup } = readManifest().action;
  for (const file of readdirSync(BUILT, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.css')) write(folder, file, readFileSync(`${BUILT}/${file}`, 'utf8'));
  }
  const html = popupHtml()
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replace('<head>', `<head>${PROBE_TAG}`)
    .replace(/<body.*<\/body>/s, FLOOR_BODY);
  write(folder, default_popup, html);
  write(
    folder,
    'manifest.json',
    JSON.stringify({ manifest_version: 3, name: 'Floor', version: '1', action: { default_popup } }),
  );
  cpSync(PROBE, `${folder}/probe.js`);
  return folder;
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(`${BUILT}/manifest.json`, 'utf8')) as Manifest;
}

function popupHtml(): string {
  return readFileSync(`${BUILT}/${readManifest().action.default_popup}`, 'utf8');
}

function emptied(name: string): string {
  const folder = `${FOLDER}/${name}`;
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
  writeFileSync(`${folder}/${file}`, text);
}
