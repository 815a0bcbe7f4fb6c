import type { RoleTexts } from '../core/export/role-texts.ts';
import type { RoleItem } from '../core/finding/list-item.ts';
import type { RowMenuEntry } from './row-menu.tsx';
import type { ChooseRole } from './use-role-choice.ts';

export interface RowEntriesInput {
  /** Whether it can be opened elsewhere than in its tab. */
  readonly hasPlaces: boolean;
  readonly onChoose: ChooseRole;
  readonly onPin: (item: RoleItem) => void;
  /** Copies one of the role's texts. */
  readonly onCopy: (item: RoleItem, what: keyof RoleTexts) => void;
  /** Undefined where it is of no text that the user can edit. */
  readonly onShowInEditor: (() => void) | undefined;
}

/** What can be done with a row beside taking it. */
export function rowEntries(item: RoleItem, input: RowEntriesInput): readonly RowMenuEntry[] {
  const { hasPlaces, onChoose, onPin, onCopy, onShowInEditor } = input;
  const { account } = item.row;
  const copy = (label: RowMenuEntry['label'], what: keyof RoleTexts): RowMenuEntry => ({
    label,
    act: () => onCopy(item, what),
  });
  const open = (label: RowMenuEntry['label'], place: Parameters<ChooseRole>[1]): RowMenuEntry => ({
    label,
    act: () => onChoose(item, place),
  });
  const places = [
    open('openInNewTab', 'new-tab'),
    open('openInThisTab', 'this-tab'),
    open('openInNewWindow', 'new-window'),
  ];
  const hasArn = item.row.state.kind !== 'portal' && /^\d+$/.test(account);
  return [
    { label: item.isPinned ? 'unpinRole' : 'pinRole', act: () => onPin(item) },
    ...(hasPlaces ? places : []),
    copy('copyAccount', 'account'),
    ...(hasArn ? [copy('copyArn', 'arn')] : []),
    copy('copyRowLink', 'link'),
    copy('copyHatrackLink', 'hatrackLink'),
    ...(hasArn ? [copy('copyConfigBlock', 'configBlock')] : []),
    ...(onShowInEditor ? [{ label: 'showInEditor', act: onShowInEditor } as const] : []),
  ];
}
