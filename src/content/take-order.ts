import { translate } from '../browser/i18n.ts';
import { parseService } from '../core/console/console-services.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import type { ConsoleTabApi, RowChoice, SwitchOutcome } from '../protocol.ts';
import { outcomeSentence } from '../ui/error-text.ts';

export interface OrderActions {
  togglePalette(): void;
  openPalette(message: string): void;
  switchRole(choice: RowChoice): Promise<SwitchOutcome>;
  switchBack(): Promise<SwitchOutcome>;
}

/** Begins what a shortcut or the address bar asks of this page. What goes wrong the palette says. */
export function takeOrder(input: unknown, actions: OrderActions): ReturnType<ConsoleTabApi['takeOrder']> {
  const tell = async (attempt: Promise<SwitchOutcome>) => {
    const sentence = outcomeSentence(await attempt, translate);
    if (sentence !== undefined) actions.openPalette(sentence);
  };
  const { kind } = recordOf(input);
  switch (kind) {
    case 'open-palette':
      actions.togglePalette();
      return 'taken';
    case 'no-previous-role':
      actions.openPalette(translate('noPreviousRole'));
      return 'taken';
    case 'switch-back':
      void tell(actions.switchBack());
      return 'taken';
    case 'switch': {
      const choice = parseChoice(input);
      if (!choice) return 'unknown';
      void tell(actions.switchRole(choice));
      return 'taken';
    }
    default:
      return 'unknown';
  }
}

/** A role and the service to land on, out of a message; undefined without a role. */
export function parseChoice(input: unknown): RowChoice | undefined {
  const { roleId: id, service } = recordOf(input);
  const roleId = parseRoleId(id);
  return roleId === undefined ? undefined : { roleId, service: parseService(service)?.id };
}
