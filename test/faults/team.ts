// Team configurations as a worker loads them: the entry of a bundle that the fault loop starts again and again.
export { receiveConfig } from '../../src/background/receive-config.ts';
export { checkTeams } from '../../src/background/team.ts';
export { teamItem } from '../../src/browser/items.ts';
export { readItem, writeItem } from '../../src/browser/stored-item.ts';
export { readTeamLayers, toCopy } from '../../src/browser/team-store.ts';
