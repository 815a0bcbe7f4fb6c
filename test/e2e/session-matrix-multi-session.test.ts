import { beforeAll, it } from 'vitest';
import { openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, saveConfig } from './harness.ts';
import { cells, expectationOf, inOrder, MATRIX_TEXT } from './session-matrix-cells.ts';
import {
  beRefusedBeside,
  MatrixTabs,
  openMenuWith,
  openRootMenu,
  showSignIn,
  switchBeside,
} from './session-matrix-steps.ts';

const CELLS = cells(true);
const SIGNED_IN = CELLS.filter(({ kind }) => kind !== 'switched');
const SWITCHED = CELLS.filter(({ kind }) => kind === 'switched');

inBothBrowsers(
  'a multi-session session',
  (world) => {
    const tabs = new MatrixTabs();
    beforeAll(() => saveConfig(world(), MATRIX_TEXT));

    it.each(inOrder(SIGNED_IN))('switches: %s', async (_name, cell, following) => {
      const { shown, choice } = expectationOf(cell);
      const page = await tabs.open(world(), cell, following);
      if (!choice) return openRootMenu(page, shown);
      await openMenuWith(page, shown);
      if (choice.becomes === undefined) return beRefusedBeside(world(), page, choice);
      await (await switchBeside(world(), page, choice)).close();
    });

    it.each(inOrder(SWITCHED))('switches on, and goes back: %s', async (_name, cell, following) => {
      const { shown, choice } = expectationOf(cell);
      const { page, before } = await tabs.openBeside(world(), cell, following);
      await openMenuWith(page, shown);
      if (choice) await (await switchBeside(world(), page, choice)).close();
      await page.bringToFront();
      await openMenu(page);
      await showSignIn(page, before);
      await page.close();
    });
  },
  { keepsTabs: true },
);
