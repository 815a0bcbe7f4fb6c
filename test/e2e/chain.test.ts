import { expect, it } from 'vitest';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import type { RecordedRequest } from '../console/stand-in.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForTab } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111

[developer]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump

[lake]
role_arn = arn:aws:iam::555555555555:role/DataEngineer
source_profile = developer
`;

const isSwitch = ({ method, path }: RecordedRequest) => method === 'POST' && path.endsWith('/v1/switchrole');
const tabOf = (account: string) =>
  new RegExp(`^https://${account}-[a-z0-9]+\\.us-east-1\\.console\\.aws\\.amazon\\.com/`);

inBothBrowsers('a role that is taken from another role', (world) => {
  it('names the way and the limit, takes the first step, and from there is itself', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { multiSession: true });
    expect(labels(await openMenu(page))).toEqual(['developer', 'lake']);
    await narrowTo(page, 'lake', 'lake');
    await waitForShadow(page, MENU, (tree) =>
      find(tree, {
        role: 'option',
        name: /^lake, .*: developer\. .* ends each session of such a chain after one hour\.$/,
      }),
    );
    pressEnter(page);
    const first = await world().standIn.waitForRequest(isSwitch);
    expect(first.json).toMatchObject({ account: '333333333333', roleName: 'Developer' });
    const hop = await waitForTab(world(), tabOf('333333333333'));
    world().standIn.clear();

    const menu = await openMenu(hop);
    expect(labels(menu)).toEqual(['developer', 'lake']);
    expect(find(menu, { role: 'option', name: /^developer, .*You are in this role now\.$/ })).toBeDefined();
    await narrowTo(hop, 'lake', 'lake');
    pressEnter(hop);
    const second = await world().standIn.waitForRequest(isSwitch);
    expect(second.json).toMatchObject({ account: '555555555555', roleName: 'DataEngineer' });
    const lake = await waitForTab(world(), tabOf('555555555555'));
    await lake.close();
    await hop.close();
  });

  it('takes the first step from the popup as well', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { multiSession: true });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[role=option]');
    await popup.type('lake');
    await popup.waitFor('[role=option][aria-label^="lake"][aria-setsize="1"]');
    await popup.press('Enter');
    expect((await world().standIn.waitForRequest(isSwitch)).json).toMatchObject({ roleName: 'Developer' });
    await popup.waitForClose();
    await (await waitForTab(world(), tabOf('333333333333'))).close();
  });

  it('is withheld where the console can’t chain, also from the role itself', async () => {
    await saveConfig(world(), TEXT);
    const switchedTo = { account: '333333333333', roleName: 'Developer', displayName: 'developer', color: 'f2b0a9' };
    const page = await openConsole(world(), { identity: 'switched', switchedTo });
    expect(labels(await openMenu(page))).toEqual(['developer']);
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('.withheld-toggle');
    await popup.click('.withheld-toggle');
    await popup.waitFor((text) => text.includes('It is taken from another role: developer.'));
    await popup.press('Escape');
    await popup.waitForClose();
  });
});
