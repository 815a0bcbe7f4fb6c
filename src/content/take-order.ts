import { translate } from '../browser/i18n.ts';
import type { RoleId } from '../core/config/config.ts';
import { parseServiceId } from '../core/console/service-id.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { ConsoleTabApi, RowChoice, SwitchOutcome } from '../protocol.ts';
import { type Attempted, outcomeSentence } from '../ui/error-text.ts';
import { isChoosable, type RowActions, type TakenRow, takeRow } from '../ui/take-row.ts';
import type { MenuOpening } from './role-menu.tsx';

export interface OrderActions extends RowActions {
  /** The row as it is now, and whom it is for. */
  loadRow(id: RoleId): Promise<Pick<Attempted, 'row' | 'session'>>;
  togglePalette(): void;
  /** With what there is to say at once, or with a row that is to be asked about before it is taken. */
  openPalette(opening: Pick<MenuOpening, 'message' | 'taken'>): void;
}

/** What was tried, and what became of it. */
type Attempt = Attempted & { readonly outcome: SwitchOutcome; readonly taken?: TakenRow };

/** Begins what a shortcut or the address bar asks of this page. What goes wrong the palette says. */
export function takeOrder(input: unknown, actions: OrderActions): ReturnType<ConsoleTabApi['takeOrder']> {
  const begin = (attempt: () => Promise<Attempt>) => {
    void attempt().then(({ outcome, taken, ...attempted }) => {
      const message = outcomeSentence(outcome, attempted, translate);
      if (outcome.kind === 'needs-confirmation') actions.openPalette({ taken });
      else if (message !== undefined) actions.openPalette({ message });
    });
    return 'taken' as const;
  };
  const choice = parseChoice(input);
  switch (recordOf(input).kind) {
    case 'open-palette':
      actions.togglePalette();
      return 'taken';
    case 'no-previous-role':
      actions.openPalette({ message: translate('noPreviousRole') });
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
  const taken = { row, service: service && { id: service } };
  return { outcome: await takeRow(taken, manner, actions), taken, row, session };
}

/** A role, where and how to take it, out of a message; undefined without a role. */
export function parseChoice(input: unknown): RowChoice | undefined {
  const { roleId: id, service, link, place, despiteLimit, isConfirmed } = recordOf(input);
  const roleId = parseRoleId(id);
  if (roleId === undefined) return undefined;
  return {
    roleId,
    service: parseServiceId(service),
    link: typeof link === 'string' ? link : undefined,
    place: parseSetting('openSessionIn', place),
    despiteLimit: despiteLimit === true,
    isConfirmed: isConfirmed === true,
  };
}
