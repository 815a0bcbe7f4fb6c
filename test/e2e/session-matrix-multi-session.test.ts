import { beforeAll, it } from 'vitest';
import { openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, saveConfig, type World } from './harness.ts';
import { type Cell, cells, expectationOf, inOrder, MATRIX_TEXT } from './session-matrix-cells.ts';
import {
  beRefusedBeside,
  MatrixTabs,
  openMenuWith,
  openRootMenu,
  showSignIn,
  switchBeside,
} from './session-matrix-steps.ts';

async function switchOn(world: World, tabs: MatrixTabs, cell: Cell, following: readonly Cell[]): Promise<void> {
  const { shown, choice } = expectationOf(cell);
  const page = await tabs.open(world, cell, following);
  if (!choice) return openRootMenu(page, shown);
  await openMenuWith(page, shown);
  if (choice.becomes === undefined) return beRefusedBeside(world, page, choice);
  const opened = await switchBeside(world, page, choice);
  if (cell.kind === 'iam-user') tabs.keepBeside(cell, { page: opened, before: page });
  else await opened.close();
}

async function switchOnAndGoBack(world: World, tabs: MatrixTabs, cell: Cell): Promise<void> {
  const { shown, choice } = expectationOf(cell);
  const { page, before } = await tabs.openBeside(world, cell);
  await openMenuWith(page, shown);
  if (choice) await (await switchBeside(world, page, choice)).close();
  await page.bringToFront();
  await openMenu(page);
  await showSignIn(page, before);
  await page.close();
}

inBothBrowsers(
  'a multi-session session',
  (world) => {
    const tabs = new MatrixTabs();
    beforeAll(() => saveConfig(world(), MATRIX_TEXT));

    it.each(inOrder(cells(true)))('switches: %s', async (_name, cell, following) => {
      if (cell.kind === 'switched') await switchOnAndGoBack(world(), tabs, cell);
      else await switchOn(world(), tabs, cell, following);
    });
  },
  // Nothing here looks at sizes: the window keeps its own, which no page has to be given.
  { keepsTabs: true, viewport: null },
);
