import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { inShadow } from '../browsers/closed-shadow.ts';
import type { World } from './harness.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds wrong with a page of the extension, in words that name the place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** axe-core does not see into a closed shadow root: what is in that of the host is looked at in a page of its own. */
export async function shadowViolations({ rig }: World, page: Page, host: string): Promise<string[]> {
  const copy = await inShadow(page, host, (root) => ({
    html: root.innerHTML,
    css: root.adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText)).join('\n'),
    mode: (root.host as HTMLElement).dataset.mode ?? 'light',
  }));
  if (typeof copy === 'symbol') throw new Error(`There is no ${host}.`);
  const mirror = await rig.newPage();
  await mirror.evaluate(({ html, css, mode }) => {
    document.documentElement.lang = 'en';
    document.title = 'A shadow root';
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: css.replaceAll(':host', ':root') }),
    );
    document.documentElement.style.colorScheme = mode;
    const main = Object.assign(document.createElement('main'), { innerHTML: html });
    main.prepend(Object.assign(document.createElement('h1'), { textContent: 'A shadow root' }));
    document.body.append(main);
  }, copy);
  const found = await violations(mirror);
  await mirror.close();
  return found;
}
