import { expect, it } from 'vitest';
import { labels, openMenu } from '../browsers/hatrack.ts';
import { openOptions, replaceText, saveOptions } from '../browsers/options-editor.ts';
import { inBothBrowsers, openConsole } from './harness.ts';

// Chromium opens no page of a spanning extension in an incognito window.
inBothBrowsers(
  'a private window',
  (world) => {
    it('has the same configuration, keeps what is saved there, and says so', async () => {
      const page = await openOptions(world().rig);
      await replaceText(page, '[local]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n');
      await saveOptions(page);
      const console_ = await openConsole(world());
      expect(labels(await openMenu(console_))).toEqual(['local']);
      await page.bringToFront();
      await page.waitForFunction(() =>
        document.querySelector('.sync')?.textContent?.includes('This is a private window'),
      );
    });
  },
  { browsers: ['firefox'], isPrivate: true },
);
