import { expect, it } from 'vitest';
import { addressBar, type Suggested } from '../browsers/address-bar.ts';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForTab, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const beginWith =
  (...labels: string[]) =>
  (suggested: readonly Suggested[]) =>
    suggested.length === labels.length &&
    suggested.every(({ description }, index) => plain(description).startsWith(labels[index] ?? ''));

function plain(description: string): string {
  return description.replace(/<\/?(?:match|dim)>/g, '');
}

inBothBrowsers('the address bar', (world) => {
  it('suggests the roles of the console in front, and switches to the one that is chosen', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await page.bringToFront();
    const bar = await addressBar(world().rig);
    const suggested = await bar.type('payments', beginWith('payments-', 'payments-dev'));
    expect(suggested[1]?.description).toBe(
      world().kind === 'firefox'
        ? 'payments-dev — 3333-3333-3333 Developer'
        : '<match>payments</match>-dev <dim>— 3333-3333-3333 Developer</dim>',
    );
    await bar.enter(1);
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form).toMatchObject({ account: '333333333333', roleName: 'Developer' });
    await waitForUrl(page, /console\.aws\.amazon\.com/);
  });

  it('takes the best for what was typed, with the service to land on', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await page.bringToFront();
    const bar = await addressBar(world().rig);
    await bar.type('dev s3', beginWith('payments-dev'));
    await bar.enter();
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    expect(decodeURIComponent(form?.redirect_uri ?? '')).toContain('/s3/');
    await waitForUrl(page, /\/s3\//);
  });

  it('shows the list where nothing is found', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await page.bringToFront();
    const bar = await addressBar(world().rig);
    await bar.type('nowhere', beginWith());
    await bar.enter();
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'option' }));
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('switches in a console tab that is open behind the page in front', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const consolePage = await openConsole(world());
    const page = await world().rig.newPage();
    await page.goto('about:blank');
    await page.bringToFront();
    const bar = await addressBar(world().rig);
    await bar.type('payments-dev', beginWith('payments-dev'));
    await bar.enter();
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    await expect.poll(() => consolePage.evaluate(() => document.visibilityState)).toBe('visible');
    expect(page.url()).toBe('about:blank');
  });

  it('opens AWS’s own page in the tab where no console is open', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await world().rig.newPage();
    await page.goto('about:blank');
    await page.bringToFront();
    const bar = await addressBar(world().rig);
    await bar.type('elsewhere', beginWith('elsewhere'));
    await bar.enter(0);
    const opened = await waitForTab(world(), /signin\.aws\.amazon\.com\/switchrole\?/);
    expect(opened).toBe(page);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
      account: '444444444444',
      roleName: 'Auditor',
    });
  });
});
