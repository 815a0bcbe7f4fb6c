import type { Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import type { RoleItem } from '../core/finding/list-item.ts';
import { movedTo } from './list-keys.ts';
import { PrivateText } from './private-text.tsx';
import { type MessageKey, useTranslate } from './translation.ts';

/** One thing that can be done with a row. */
export interface RowMenuEntry {
  readonly label: MessageKey;
  readonly values?: readonly string[];
  act(): void;
}

/** For hosts that take the keys before anybody else. */
export interface RowMenuHandle {
  keyDown(event: KeyboardEvent): void;
}

interface RowMenuProps {
  readonly item: RoleItem;
  readonly entries: readonly RowMenuEntry[];
  /** Of the row's element: it stands at its top. */
  readonly anchorId: string;
  readonly onClose: () => void;
  readonly handle: Ref<RowMenuHandle>;
}

/** What can be done with a role beside taking it (the menu pattern of ARIA's authoring practices). */
export function RowMenu({ item, entries, anchorId, onClose, handle }: RowMenuProps) {
  const t = useTranslate();
  const boxRef = useRef<HTMLDivElement>(null);
  const buttons = () => [...(boxRef.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    const box = boxRef.current;
    const panel = box?.parentElement;
    if (box && panel) box.style.top = `${topIn(panel, box, rootOf(box).getElementById(anchorId))}px`;
    buttons()[0]?.focus();
  }, [item]);
  const keyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const all = buttons();
    const active = boxRef.current && rootOf(boxRef.current).activeElement;
    const next = movedTo(event.key, all.indexOf(active as HTMLButtonElement), all.length);
    if (next !== undefined) all[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    // Enter and Space press the button that has the focus.
    else if (event.key === 'Enter' || event.key === ' ') return;
    event.preventDefault();
  };
  useImperativeHandle(handle, () => ({ keyDown }));
  return (
    <div ref={boxRef} class="row-menu" role="menu" aria-label={t('rowMenuLabel', item.row.label)}>
      <PrivateText class="row-menu-title">{item.row.label}</PrivateText>
      {entries.map(({ label, values = [], act }) => (
        <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={(event) => event.isTrusted && act()}>
          {t(label, ...values)}
        </button>
      ))}
    </div>
  );
}

/** In a closed shadow root only the root itself tells which of its elements has the focus. */
function rootOf(element: Element): Document | ShadowRoot {
  return element.getRootNode() as Document | ShadowRoot;
}

const MARGIN = 4;

/** Beside the row, but no further down than that all of it can be seen; in CSS pixels below the panel's beginning. */
function topIn(panel: Element, box: HTMLElement, anchor: Element | null): number {
  const wanted = anchor ? anchor.getBoundingClientRect().top - panel.getBoundingClientRect().top : 0;
  return Math.max(MARGIN, Math.min(wanted, panel.clientHeight - box.offsetHeight - MARGIN));
}
