import type { RoleId } from '../core/config/config.ts';
import type { RoleRow, SessionSummary } from '../core/roles/role-list.ts';
import type { SessionRow } from '../core/sessions/session-list.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { SwitchOutcome } from '../protocol.ts';
import type { Question } from './confirm-question.tsx';
import { outcomeSentence } from './error-text.ts';
import { type Manner, type RowActions, type TakenRow, takeRow, takingSentence } from './take-row.ts';
import type { Translate } from './translation.ts';

/** What a list can have done in its console tab. None of it rejects. */
export interface TabActions extends RowActions {
  showSession(differentiator: string): Promise<{ readonly kind: 'shown' | 'gone' }>;
  signOut(differentiator: string): Promise<{ readonly kind: 'signed-out' | 'failed' }>;
}

/** The menu or the popup that the attempts are made from. */
export interface AttemptPlace {
  /** Undefined where there is no tab any more: then nothing is done. */
  tab(): TabActions | undefined;
  /** Who the list is for. */
  session(): SessionSummary | undefined;
  /** @param isSessionNeeded whether one of the sessions has to be signed out of first */
  tell(message: string, isSessionNeeded: boolean): void;
  /** Asks before a role is taken; undefined when the question has been answered. */
  ask(question: Question | undefined): void;
  /** There is nothing more to tell: the tab shows it. */
  done(): void;
  /** Reads the list anew. */
  reload(): Promise<void>;
}

/** Has the user's choices done, and tells what became of them. */
export class Attempts {
  readonly #place: AttemptPlace;
  readonly #t: Translate;
  /** The role that waits for a session to be signed out of. Chosen again, it is asked for in any case. */
  #waiting: RoleId | undefined;

  constructor(place: AttemptPlace, t: Translate) {
    this.#place = place;
    this.#t = t;
  }

  /** Takes the row. @param place where to open it, where the setting is not to decide */
  take(taken: TakenRow, place: Settings['openSessionIn'] | undefined): Promise<void> {
    return this.#take(taken, { place, despiteLimit: this.#waiting === taken.row.id });
  }

  async #take(taken: TakenRow, manner: Manner): Promise<void> {
    const { row } = taken;
    const tab = this.#place.tab();
    if (!tab) return;
    const outcome = await this.#run(() => takeRow(taken, manner, tab), row, takingSentence(taken, this.#t));
    this.#waiting = isLimit(outcome) ? row.id : undefined;
    if (outcome.kind !== 'needs-confirmation') return;
    this.#place.ask({
      kind: 'confirm',
      role: outcome.role,
      confirm: () => {
        this.#place.ask(undefined);
        void this.#take(taken, { ...manner, isConfirmed: true });
      },
      cancel: () => this.#place.ask(undefined),
    });
  }

  async switchBack(): Promise<void> {
    const tab = this.#place.tab();
    if (tab) await this.#run(() => tab.switchBack(), undefined, this.#t('switching'));
  }

  async showSession({ differentiator, name }: SessionRow): Promise<void> {
    const shown = await this.#place.tab()?.showSession(differentiator);
    if (shown?.kind === 'shown') this.#place.done();
    else await this.#tellAnew(this.#t('showedNoTab', name), false);
  }

  async signOut({ differentiator, name }: SessionRow): Promise<void> {
    // The list of sessions stays as it is until the role is chosen for which there was no room.
    const isNeeded = this.#waiting !== undefined;
    this.#place.tell(this.#t('signingOut', name), isNeeded);
    const done = await this.#place.tab()?.signOut(differentiator);
    await this.#tellAnew(this.#t(done?.kind === 'signed-out' ? 'signedOut' : 'signOutFailed', name), isNeeded);
  }

  async #run(
    attempt: () => Promise<SwitchOutcome>,
    row: RoleRow | undefined,
    meanwhile: string,
  ): Promise<SwitchOutcome> {
    const attempted = { row, session: this.#place.session() };
    this.#place.tell(meanwhile, false);
    const outcome = await attempt();
    if (outcome.kind === 'needs-confirmation') return outcome;
    const sentence = outcomeSentence(outcome, attempted, this.#t);
    if (sentence === undefined) this.#place.done();
    else this.#place.tell(sentence, isLimit(outcome));
    return outcome;
  }

  async #tellAnew(message: string, isSessionNeeded: boolean): Promise<void> {
    await this.#place.reload();
    this.#place.tell(message, isSessionNeeded);
  }
}

function isLimit(outcome: SwitchOutcome): boolean {
  return outcome.kind === 'failed' && outcome.reason === 'session-limit';
}
