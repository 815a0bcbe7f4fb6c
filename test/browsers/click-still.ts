// Clicks for pages that are still drawing themselves: what stands there when the mouse comes must be what was aimed at.
import type { ElementHandle, Page } from 'puppeteer-core';

/** A real click on what the selector finds, once that rests at one place. */
export async function clickOn(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  if (element) await clickStill(element);
}

/** A real click on an element that has rested at one place for a few frames. */
export async function clickStill(element: ElementHandle<Element>): Promise<void> {
  await element.evaluate(async (node) => {
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    let place = '';
    for (let rests = 0; rests < 3; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = JSON.stringify(node.getBoundingClientRect());
      rests = now === place ? rests + 1 : 0;
      place = now;
    }
  });
  await element.click();
}
