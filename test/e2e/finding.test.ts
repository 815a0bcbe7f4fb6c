import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  clickIn,
  find,
  findAll,
  nameOf,
  type ShadowNode,
  waitForNoShadow,
  waitForShadow,
} from '../browsers/closed-shadow.ts';
import { labels, MENU, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111
[web-dev]
role_arn = arn:aws:iam::222222222222:role/Developer
source_profile = jump
group = Web
[web-prod]
role_arn = arn:aws:iam::222222222222:role/Admin
source_profile = jump
group = Web
[data-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
group = Data
[data-prod]
role_arn = arn:aws:iam::333333333333:role/Admin
source_profile = jump
group = Data
favorite = true
`;

/** Headings and roles in the order in which they are drawn. */
function lines(tree: ShadowNode): string[] {
  const texts = (node: ShadowNode): string => (node.attributes['data-text'] ?? '') + node.children.map(texts).join(' ');
  return findAll(tree, { attribute: { class: /^(?:row|heading)(?: |$)/ } }).map((item) =>
    item.attributes.class?.startsWith('heading') ? texts(item).trim().replace(/\s+/g, ' ') : (labels(item)[0] ?? ''),
  );
}

const shows = (page: Page, expected: readonly string[]) =>
  waitForShadow(page, MENU, (tree) => lines(tree).join() === expected.join());

function openExtensionPages(): string[] {
  const { extension } = (globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } }).chrome;
  return extension.getViews().map(({ location }) => location.pathname + location.hash);
}

inBothBrowsers('the list', (world) => {
  it('has pinned roles first, then groups, which fold by key and by mouse and stay so', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await openMenu(page);
    await shows(page, ['Pinned 1', 'data-prod', 'Web 2', 'web-dev', 'web-prod', 'Data 1', 'data-dev']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    const folded = ['Pinned 1', 'data-prod', 'Web 2', 'Data 1', 'data-dev'];
    const tree = await shows(page, folded);
    const active = find(tree, { role: 'option', attribute: { 'aria-selected': 'true' } });
    expect(active && nameOf(active)).toBe('Web, folded, roles: 2. Enter unfolds it.');
    await page.keyboard.press('Escape');
    await waitForNoShadow(page, MENU);
    await openMenu(page);
    await shows(page, folded);
    await clickIn(page, MENU, { attribute: { title: 'Unfold Web' } });
    await shows(page, ['Pinned 1', 'data-prod', 'Web 2', 'web-dev', 'web-prod', 'Data 1', 'data-dev']);
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('pins a role by the keys, and takes the pin off by the mouse', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.type('web-prod');
    await waitForShadow(page, MENU, (tree) => labels(tree).join() === 'web-prod');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Alt');
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'menuitem', name: 'Pin to the top', focused: true }));
    await page.keyboard.press('Enter');
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'status', text: 'web-prod is pinned.' }));
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'combobox', focused: true }));
    await page.keyboard.press('Escape');
    await shows(page, ['Pinned 2', 'web-prod', 'data-prod', 'Web 1', 'web-dev', 'Data 1', 'data-dev']);
    await clickIn(page, MENU, { attribute: { class: 'row-more' } });
    await clickIn(page, MENU, { role: 'menuitem', name: 'Unpin' });
    await shows(page, ['Pinned 1', 'data-prod', 'Web 2', 'web-dev', 'web-prod', 'Data 1', 'data-dev']);
  });

  it('marks what was found', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.type('data 3333 adm');
    const tree = await waitForShadow(page, MENU, (menu) => labels(menu).join() === 'data-prod');
    const found = findAll(tree, { attribute: { class: /\bfound\b/ } }).map((part) => part.attributes['data-text']);
    expect(found).toEqual(['data', '3333', 'Adm', 'Data']);
  });

  it('copies what is asked for, and says it', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.type('web-dev');
    await waitForShadow(page, MENU, (tree) => labels(tree).join() === 'web-dev');
    const copies: [string, RegExp][] = [
      ['Copy the account', /^Copied: 222222222222$/],
      ['Copy the role’s ARN', /^Copied: arn:aws:iam::222222222222:role\/Developer$/],
      ['Copy a link for a colleague', /^Copied: https:\/\/signin\.aws\.amazon\.com\/switchrole\?/],
      ['Copy for ~/.aws/config', /^Copied: \[profile web-dev\]\s+role_arn = /],
    ];
    for (const [name, told] of copies) {
      await clickIn(page, MENU, { attribute: { class: 'row-more' } });
      await clickIn(page, MENU, { role: 'menuitem', name });
      await waitForShadow(page, MENU, (tree) => told.test(find(tree, { role: 'status' })?.text ?? ''));
    }
    await page.keyboard.press('Escape');
    await shows(page, ['Pinned 1', 'data-prod', 'Web 2', 'web-dev', 'web-prod', 'Data 1', 'data-dev']);
    await page.keyboard.down('Control');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Control');
    await waitForShadow(page, MENU, (tree) =>
      /^Copied: https:.*account=333333333333/.test(find(tree, { role: 'status' })?.text ?? ''),
    );
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('leads to a role’s line in the editor', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await openMenu(page);
    await clickIn(page, MENU, { attribute: { class: 'row-more' } });
    await clickIn(page, MENU, { role: 'menuitem', name: 'Show in the editor' });
    await expect
      .poll(() => world().rig.evaluateInExtension(openExtensionPages))
      .toContain('/src/options/index.html#line=15');
  });

  it('draws as many elements for two thousand roles as for two hundred, and shows the last one', async () => {
    const many = (count: number) =>
      `[jump]\naws_account_id = 111111111111\n${Array.from(
        { length: count },
        (_, at) => `[role-${at}]\nrole_arn = arn:aws:iam::222222222222:role/R${at}\nsource_profile = jump\n`,
      ).join('')}`;
    const counts: number[] = [];
    for (const count of [200, 2000]) {
      await saveConfig(world(), many(count));
      const page = await openConsole(world());
      counts.push(labels(await openMenu(page)).length);
      await page.keyboard.press('End');
      await waitForShadow(page, MENU, (tree) =>
        find(tree, { role: 'option', name: new RegExp(`^role-${count - 1},`), attribute: { 'aria-selected': 'true' } }),
      );
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
