import { openConsoleTab } from '/work/main/test/browsers/hatrack.ts';
import { makeProbed } from '/work/main/test/bench/extensions.ts';
import { giveRoles, inBenchWorld, listPainted } from '/work/main/test/bench/world.ts';
await inBenchWorld(makeProbed(), async (world) => {
  await giveRoles(world, 1000);
  const tab = await openConsoleTab(world.hatrack, world.standIn, {});
  const ftab = await world.floor.newPage(); await ftab.goto(world.standIn.signInUrl());
  const all: number[] = [], fl: number[] = [];
  for (let i = 0; i < 12; i++) {
    for (const [rig, t, out] of [[world.hatrack, tab, all], [world.floor, ftab, fl]] as const) {
    const popup = await rig.openPopup(t);
    const painted = await listPainted(popup);
    out.push(painted);
    if (i === 11) {
      const res = await popup.evaluate(() => ({ marks: performance.getEntriesByType('mark').map((m) => [m.name, Math.round(m.startTime*10)/10]), res: performance.getEntriesByType('resource').map((r: any) => [r.name.split('/').pop(), Math.round(r.startTime*10)/10, Math.round(r.responseEnd*10)/10]), paint: performance.getEntriesByType('paint').map((p) => [p.name, p.startTime]), nav: JSON.parse(JSON.stringify(performance.getEntriesByType('navigation')[0])) }));
      console.log(JSON.stringify(res.marks), '\n', res.res.map((r) => r.join(' ')).join('\n'), JSON.stringify(res.paint), res.nav.responseEnd, res.nav.domInteractive, res.nav.domContentLoadedEventEnd, res.nav.loadEventEnd);
    }
    await popup.evaluate(() => void setTimeout(() => window.close()));
    await popup.waitForClose();
    }
  }
  const med = (a: number[]) => a.toSorted((x, y) => x - y)[6];
  console.log(all.map(Math.round).join(' '), 'median', med(all), 'floor', med(fl));
});
process.exit(0);
