import { translate } from '../browser/i18n.ts';
import { sha256Of } from '../browser/sha256.ts';
import { changeTeam, changeTeamSource, readTeamSources, toCopy } from '../browser/team-store.ts';
import { withAsking } from '../core/team/asking-sender.ts';
import { judgeText } from '../core/team/judge-text.ts';
import { parseSenderMessage, type SenderAnswer } from '../core/team/sender-message.ts';
import { TEAM_FAILURE_SENTENCE } from '../core/team/team-failure.ts';
import { sourceId, type TeamSource } from '../core/team/team-source.ts';
import { type Arrival, updateTeam } from '../core/team/update-team.ts';

/**
 * Takes a configuration that another extension sends, as AWS Extend Switch Roles does, if the user or the policy has
 * allowed that extension. Whoever is not allowed learns only what the user can do. Other messages are not answered.
 */
export function receiveConfig(message: unknown, extensionId: string): Promise<SenderAnswer> | undefined {
  const sent = parseSenderMessage(message);
  return sent && answerTo(sent.text, extensionId);
}

async function answerTo(text: string | undefined, extensionId: string): Promise<SenderAnswer> {
  const id = sourceId({ from: { kind: 'sender', extensionId } });
  try {
    if (!(await readTeamSources()).some((source) => sourceId(source) === id)) {
      await changeTeam((team) => withAsking(team, extensionId, Date.now()));
      return failure(translate('senderNotAllowed'));
    }
    if (text === undefined) return failure(translate('senderWrongMessage'));
    return toAnswer(await take(id, text));
  } catch (error) {
    console.warn('Hatrack: what another extension sent could not be kept.', error);
    return failure(translate(TEAM_FAILURE_SENTENCE.storage, ''));
  }
}

function toAnswer(source: TeamSource | undefined): SenderAnswer {
  if (!source) return failure(translate('senderNotAllowed'));
  const { failure: why, update, pending } = source;
  if (why) return failure(translate(TEAM_FAILURE_SENTENCE[why.code], why.detail));
  // What nobody wants to be asked about waits only where there is nothing in it to use.
  return update === 'automatic' && pending ? failure(translate('senderNothingUsable')) : { result: 'success' };
}

/** The source as it is then; undefined where it has just been removed. */
async function take(id: string, text: string): Promise<TeamSource | undefined> {
  const judged = judgeText(text);
  const arrival: Arrival =
    judged.kind === 'failed'
      ? judged
      : {
          kind: 'text',
          copy: await toCopy(judged, Date.now()),
          validators: {
            etag: undefined,
            lastModified: undefined,
            sha256: await sha256Of(new TextEncoder().encode(text)),
          },
        };
  let taken: TeamSource | undefined;
  await changeTeamSource(id, (source) => {
    taken = updateTeam(source, arrival, Date.now(), Math.random()).source;
    return taken;
  });
  return taken;
}

function failure(message: string): SenderAnswer {
  return { result: 'failure', error: { message } };
}
