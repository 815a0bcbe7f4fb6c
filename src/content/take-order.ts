import { translate } from '../browser/i18n.ts';
import { parseService } from '../core/console/console-services.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import type { ConsoleTabApi, RowChoice, SwitchOutcome } from '../protocol.ts';
import { outcomeSentence } from '../ui/error-text.ts';
import type { PanelState } from '../ui/role-panel.tsx';
import { isChoosable, type RowActions, takeRow } from '../ui/take-row.ts';

export interface OrderActions extends RowActions {
  loadList(): Promise<PanelState>;
  togglePalette(): void;
  openPalette(message: string): void;
}

/** Begins what a shortcut or the address bar asks of this page. What goes wrong the palette says. */
export function takeOrder(input: unknown, actions: OrderActions): ReturnType<ConsoleTabApi['takeOrder']> {
  const begin = (attempt: () => Promise<SwitchOutcome>) => {
    void attempt().then((outcome) => {
      const sentence = outcomeSentence(outcome, translate);
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
      return begin(() => actions.switchBack());
    case 'take':
      return choice ? begin(() => take(choice, actions)) : 'unknown';
    default:
      return 'unknown';
  }
}

/** The row says what it takes: what the order was made from may have changed since. */
async function take({ roleId, service }: RowChoice, actions: OrderActions): Promise<SwitchOutcome> {
  const state = await actions.loadList();
  const row = state.kind === 'list' ? state.list.rows.find(({ id }) => id === roleId) : undefined;
  if (!row || !isChoosable(row, true)) return { kind: 'failed', reason: 'role-gone' };
  return takeRow({ row, service: parseService(service) }, actions);
}

/** A role and the service to land on, out of a message; undefined without a role. */
export function parseChoice(input: unknown): RowChoice | undefined {
  const { roleId: id, service } = recordOf(input);
  const roleId = parseRoleId(id);
  return roleId === undefined ? undefined : { roleId, service: parseService(service)?.id };
}
