import type { ConsoleService } from '../core/console/console-services.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import type { RowChoice, SwitchOutcome } from '../protocol.ts';
import type { Translate } from './translation.ts';

/** What can be done with a row, in the tab that it is shown for. */
export interface RowActions {
  switchRole(choice: RowChoice): Promise<SwitchOutcome>;
  switchBack(): Promise<SwitchOutcome>;
  openPortal(choice: RowChoice): Promise<SwitchOutcome>;
}

/** Whether choosing the row does anything. @param inConsole whether it is shown for a console's tab */
export function isChoosable({ state }: RoleRow, inConsole: boolean): boolean {
  switch (state.kind) {
    case 'portal':
      return true;
    case 'offered':
    case 'signed-in':
    case 'chain':
      return inConsole;
    case 'current':
    case 'withheld':
      return false;
  }
}

/** How a row is taken, beside which one it is. */
export type Manner = Pick<RowChoice, 'place' | 'despiteLimit' | 'isConfirmed'>;

/** A row, and where to land. */
export interface TakenRow {
  readonly row: RoleRow;
  readonly service?: Pick<ConsoleService, 'id'> | undefined;
  /** The Hatrack link that asks for it. */
  readonly link?: string | undefined;
}

/** Does what a choosable row stands for; of a chain that is its first step. */
export function takeRow({ row, service, link }: TakenRow, manner: Manner, actions: RowActions): Promise<SwitchOutcome> {
  const { state } = row;
  if (state.kind === 'signed-in') return actions.switchBack();
  const landing = { service: service?.id, link };
  if (state.kind === 'portal') return actions.openPortal({ ...manner, roleId: row.id, ...landing });
  const [hop] = state.kind === 'chain' ? state.hops : [];
  // A step on the way has no use for the page that is asked for at its end.
  const choice = hop ? { roleId: hop.id } : { roleId: row.id, ...landing };
  return actions.switchRole({ ...manner, ...choice });
}

/** What is under way meanwhile. */
export function takingSentence({ row: { label, state } }: TakenRow, t: Translate): string {
  if (state.kind === 'portal') return t('openingPortal');
  const [hop] = state.kind === 'chain' ? state.hops : [];
  return hop ? t('switchingToHop', hop.label, label) : t('switching');
}
