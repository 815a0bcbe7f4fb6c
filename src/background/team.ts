import { clearAlarm, onAlarm, setAlarm } from '../browser/alarms.ts';
import { onExternalMessage } from '../browser/external-messages.ts';
import { fetchTeam } from '../browser/fetch-team.ts';
import { onStartUp } from '../browser/lifecycle.ts';
import { onPolicyChange, readPolicy } from '../browser/managed-store.ts';
import { answer } from '../browser/messaging.ts';
import { changeTeam, changeTeamSource, copyText, readTeamSources, toCopy } from '../browser/team-store.ts';
import { judgeAnswer } from '../core/team/judge-answer.ts';
import { isDue } from '../core/team/next-check.ts';
import { teamFailure } from '../core/team/team-failure.ts';
import { sourceId, type TeamSource } from '../core/team/team-source.ts';
import { withoutStale } from '../core/team/team-sources.ts';
import { type Arrival, updateTeam, validatorsFor } from '../core/team/update-team.ts';
import type { TeamApi } from '../protocol.ts';
import { receiveConfig } from './receive-config.ts';

const ALARM = 'team';
/** One round of fetching at a time; what asks meanwhile waits and then finds nothing left to do. */
const FETCH_LOCK = 'team-fetch';
/** When to try again should the background end before a round does. Longer than any round takes. */
const ROUND_MS = 60_000;
/** Where a source's time has passed already: what is wrong with it should not be asked about without end. */
const LEAST_WAIT_MS = 30_000;

/** Registers everything that brings team configurations; to be called synchronously at start-up. */
export function startTeam(): void {
  onStartUp(checkDue);
  onPolicyChange(checkDue);
  onAlarm(ALARM, checkDue);
  answer<TeamApi>('team', {
    async checkTeam(id, sender) {
      const askedAt = Date.now();
      // A round that was under way may just have done it.
      const isWanted = (source: TeamSource) => sourceId(source) === id && source.checkedAt < askedAt;
      if (sender.kind === 'extension-page') await checkTeams(isWanted);
      return undefined;
    },
  });
  onExternalMessage(receiveConfig);
}

function checkDue(): void {
  checkTeams((source) => isDue(source, Date.now())).catch((error: unknown) =>
    console.error('Hatrack: team configurations could not be checked.', error),
  );
}

/**
 * Fetches the sources that are wanted, all at once, and sets the alarm for the next. Rejects where the browser refuses
 * storage; then the alarm stands for another try.
 */
export async function checkTeams(isWanted: (source: TeamSource) => boolean): Promise<void> {
  // Before anything else: the background may end at any line, and the alarm that has woken it is gone.
  await setAlarm(ALARM, Date.now() + ROUND_MS);
  await navigator.locks.request(FETCH_LOCK, async () => {
    const policy = await readPolicy();
    await changeTeam((team) => withoutStale(policy, team, Date.now()));
    await Promise.all((await readTeamSources()).filter(isWanted).map(checkSource));
    await setNextAlarm();
  });
}

async function checkSource(source: TeamSource): Promise<void> {
  if (source.from.kind !== 'url') return;
  const arrival = await arrivalFrom(source.from.url, source);
  const id = sourceId(source);
  const take = (taken: Arrival) =>
    changeTeamSource(id, (before) => updateTeam(before, taken, Date.now(), Math.random()).source);
  try {
    await take(arrival);
  } catch {
    // The browser has no room for it: what is kept stays, and the user is told why.
    await take({ kind: 'failed', failure: teamFailure('storage') });
  }
}

async function arrivalFrom(url: string, source: TeamSource): Promise<Arrival> {
  // Of a text that storage has damaged, the server must not say that it is still the same.
  const copies = await Promise.all([source.used, source.pending].map((copy) => copy === undefined || copyText(copy)));
  const validators = copies.includes(undefined) ? undefined : validatorsFor(source);
  const fetched = await fetchTeam({ url, header: source.header, validators });
  if (fetched.kind === 'failed') return fetched;
  const judged = judgeAnswer(fetched, Date.now());
  if (judged.kind !== 'text') return judged;
  return { kind: 'text', copy: await toCopy(judged, Date.now()), validators: judged.validators };
}

async function setNextAlarm(): Promise<void> {
  const times = (await readTeamSources()).filter(({ from }) => from.kind === 'url').map(({ nextAt }) => nextAt);
  if (times.length === 0) await clearAlarm(ALARM);
  else await setAlarm(ALARM, Math.max(Math.min(...times), Date.now() + LEAST_WAIT_MS));
}
