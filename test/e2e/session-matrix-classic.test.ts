import { beforeAll, it } from 'vitest';
import { inBothBrowsers, saveConfig } from './harness.ts';
import { cells, expectationOf, inOrder, MATRIX_TEXT } from './session-matrix-cells.ts';
import { MatrixTabs, openMenuWith, openRootMenu, switchBack, switchClassic } from './session-matrix-steps.ts';

const CELLS = cells(false);
/** Going back is a sign-in of its own: what a switch leads to may first have to wait for its button. */
const SWITCHED = CELLS.filter(({ kind }) => kind === 'switched').map((cell) => ({ ...cell }));

inBothBrowsers(
  'a classic session',
  (world) => {
    const tabs = new MatrixTabs();
    beforeAll(() => saveConfig(world(), MATRIX_TEXT));

    it.each(inOrder(CELLS))('switches: %s', async (_name, cell, following) => {
      const { shown, choice } = expectationOf(cell);
      const page = await tabs.open(world(), cell, following);
      if (!choice) return openRootMenu(page, shown);
      await openMenuWith(page, shown);
      await switchClassic(world(), page, choice);
    });

    it.each(inOrder(SWITCHED))('goes back: %s', async (_name, cell, following) => {
      const { shown, choice } = expectationOf(cell);
      const page = await tabs.open(world(), cell, following);
      await openMenuWith(page, shown);
      if (choice) await switchBack(world(), page, choice);
    });
  },
  // Nothing here looks at sizes: the window keeps its own, which no page has to be given.
  { keepsTabs: true, viewport: null },
);
