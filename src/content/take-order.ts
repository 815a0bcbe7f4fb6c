import { translate } from '../browser/i18n.ts';
import type { RoleId } from '../core/config/config.ts';
import { parseServiceId } from '../core/console/service-id.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { ConsoleTabApi, RowChoice, SwitchOutcome } from '../protocol.ts';
import { type Attempted, outcomeSentence } from '../ui/error-text.ts';
import { isChoosable, type RowActions, takeRow } from '../ui/take-row.ts';

export interface OrderActions extends RowActions {
  /** The row as it is now, and whom it is for. */
  loadRow(id: RoleId): Promise<Pick<Attempted, 'row' | 'session'>>;
  togglePalette(): void;
  openPalette(message: string): void;
}

/** What was tried, and what became of it. */
type Attempt = Attempted & { readonly outcome: SwitchOutcome };

/** Begins what a shortcut or the address bar asks of this page. What goes wrong the palette says. */
export function takeOrder(input: unknown, actions: OrderActions): ReturnType<ConsoleTabApi['takeOrder']> {
  const begin = (attempt: () => Promise<Attempt>) => {
    void attempt().then(({ outcome, ...attempted }) => {
      const sentence = outcomeSentence(outcome, attempted, translate);
      if (sentence !== undefined) actions.openPalette(sentence);
    });
    return 'taken' as const;
  };
  const choice = parseChoice(input);
  switch (recordOf(input).kind) {
    case 'open-palette':
      actions.togglePalette();
      return 'taken';
    case 'no-previous-role':
      actions.openPalette(translate('noPreviousRole'));
      return 'taken';
    case 'switch-back':
      return begin(async () => ({ outcome: await actions.switchBack(), row: undefined, session: undefined }));
    case 'take':
      return choice ? begin(() => take(choice, actions)) : 'unknown';
    default:
      return 'unknown';
  }
}

/** The row says what it takes: what the order was made from may have changed since. */
async function take({ roleId, service, ...manner }: RowChoice, actions: OrderActions): Promise<Attempt> {
  const { row, session } = await actions.loadRow(roleId);
  if (!row || !isChoosable(row, true)) return { outcome: { kind: 'failed', reason: 'role-gone' }, row, session };
  return { outcome: await takeRow({ row, service: service && { id: service } }, manner, actions), row, session };
}

/** A role, where and how to take it, out of a message; undefined without a role. */
export function parseChoice(input: unknown): RowChoice | undefined {
  const { roleId: id, service, place, despiteLimit } = recordOf(input);
  const roleId = parseRoleId(id);
  if (roleId === undefined) return undefined;
  return {
    roleId,
    service: parseServiceId(service),
    place: parseSetting('openSessionIn', place),
    despiteLimit: despiteLimit === true,
  };
}
