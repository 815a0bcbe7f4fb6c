import { useRef, useState } from 'preact/hooks';
import type { RoleId } from '../core/config/config.ts';
import type { RoleTexts } from '../core/export/role-texts.ts';
import type { RoleItem } from '../core/finding/list-item.ts';
import type { SectionId } from '../core/search/sections.ts';
import { rowEntries } from './row-entries.ts';
import type { RowMenuEntry, RowMenuHandle } from './row-menu.tsx';
import { useTranslate } from './translation.ts';
import type { Find } from './use-found.ts';
import type { ChooseRole } from './use-role-choice.ts';

/** What is done for a list beside taking its roles. None of it rejects. */
export interface ListServices {
  find: Find;
  /** Undefined where the role is not to be had any more. */
  texts(roleId: RoleId): Promise<RoleTexts | undefined>;
  pin(roleId: RoleId, isPinned: boolean): Promise<unknown>;
  fold(section: SectionId, isFolded: boolean): Promise<unknown>;
  showInEditor(roleId: RoleId): Promise<unknown>;
}

interface RowMenuInput {
  readonly services: ListServices | undefined;
  readonly hasPlaces: (item: RoleItem) => boolean;
  readonly onChoose: ChooseRole;
  /** Reads the list anew. */
  readonly onReload: () => Promise<void>;
  /** The menu is gone, and the focus with it. */
  readonly onClosed: () => void;
}

export interface RowMenuState {
  readonly open:
    | { readonly item: RoleItem; readonly index: number; readonly entries: readonly RowMenuEntry[] }
    | undefined;
  readonly handle: { current: RowMenuHandle | null };
  /** What became of the last thing that was done. */
  readonly told: string | undefined;
  show(item: RoleItem, index: number): void;
  close(): void;
  /** The user has gone on: what was told counts no more. */
  forgetTold(): void;
  copyLink(item: RoleItem): void;
}

/** What can be done with one row at a time, and what there is to tell of it. */
export function useRowMenu({ services, hasPlaces, onChoose, onReload, onClosed }: RowMenuInput): RowMenuState {
  const t = useTranslate();
  const [opened, setOpened] = useState<{ readonly item: RoleItem; readonly index: number }>();
  const [told, setTold] = useState<string>();
  const handle = useRef<RowMenuHandle>(null);
  const close = () => {
    setOpened(undefined);
    onClosed();
  };
  const copy = async ({ row }: RoleItem, what: keyof RoleTexts) => {
    const text = (await services?.texts(row.id))?.[what];
    if (text === undefined) setTold(t('nothingToCopy', row.label));
    else setTold((await copied(text)) ? t('copied', text) : t('copyRefused'));
  };
  const pin = async ({ row, isPinned }: RoleItem) => {
    await services?.pin(row.id, !isPinned);
    await onReload();
    setTold(t(isPinned ? 'roleUnpinned' : 'rolePinned', row.label));
  };
  const closing =
    <Args extends readonly unknown[]>(act: (...args: Args) => unknown) =>
    (...args: Args) => {
      close();
      act(...args);
    };
  const entriesOf = (item: RoleItem) =>
    rowEntries(item, {
      hasPlaces: hasPlaces(item),
      onChoose: closing(onChoose),
      onPin: closing(pin),
      onCopy: closing(copy),
      onShowInEditor: item.row.origin === 'personal' ? closing(() => services?.showInEditor(item.row.id)) : undefined,
    });
  return {
    open: opened && { ...opened, entries: entriesOf(opened.item) },
    handle,
    told,
    show: (item, index) => services && setOpened({ item, index }),
    close,
    forgetTold: () => setTold(undefined),
    copyLink: (item) => void copy(item, 'link'),
  };
}

/** Whether the browser has let the text be copied: a page's policy may forbid it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
