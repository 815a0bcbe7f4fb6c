import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { installBrowsers } from '../browsers/find-browser.mjs';

/** Draws the package's icons from the one drawing in docs/pictures. Run it when the drawing has changed. */
const SIZES = [16, 32, 48, 128] as const;

const svg = await readFile('docs/pictures/hatrack.svg', 'utf8');
const browser = await puppeteer.launch({
  executablePath: installBrowsers(['chromium']).chromium ?? '',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;background:none}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icons/hatrack-${size}.png`, omitBackground: true });
}
await browser.close();
