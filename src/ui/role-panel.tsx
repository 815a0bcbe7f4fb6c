import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useImperativeHandle, useRef } from 'preact/hooks';
import type { RoleList as RoleListData, RoleRow } from '../core/roles/role-list.ts';
import type { RoleHit } from '../core/roles/search-roles.ts';
import { GearIcon, IconButton, PulseIcon, SearchIcon } from './icons.tsx';
import { ListNotice } from './list-notice.tsx';
import { RoleList } from './role-list.tsx';
import { SessionLine } from './session-line.tsx';
import { useTranslate } from './translation.ts';
import { useRoleChoice } from './use-role-choice.ts';

/** What the panel shows below its search box. */
export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'list'; readonly list: RoleListData }
  | { readonly kind: 'failed'; readonly sentence: string };

/** For hosts that must take key and input events before anybody else, and hand them in themselves. */
export interface RolePanelHandle {
  keyDown(event: KeyboardEvent): void;
  input(): void;
}

export interface RolePanelProps {
  readonly state: PanelState;
  /** What went wrong with the last choice, or is under way. */
  readonly message: string | undefined;
  /** Why roles can't be chosen here, if they can't. */
  readonly hint?: string | undefined;
  /** What more there is to say of the page, above the list and below it. */
  readonly notice?: ComponentChildren;
  readonly footNotice?: ComponentChildren;
  /** Whether roles can be chosen here, or only looked at. */
  readonly canChoose: boolean;
  /** Whether choosing one switches to it: then the search may name the service to land on. */
  readonly canLand: boolean;
  readonly onChoose: (hit: RoleHit) => void;
  /** Undefined where there is nothing to switch back from. */
  readonly onSwitchBack: (() => void) | undefined;
  readonly onClose: () => void;
  /** Left out where one is there already. */
  readonly onOpenOptions?: () => void;
  readonly onOpenSelfCheck?: () => void;
  /** Whether the search box takes the focus as it appears. */
  readonly isFocused: boolean;
  readonly handle?: Ref<RolePanelHandle>;
}

const NO_ROWS: readonly RoleRow[] = [];

/** Search box, role list and what explains it: the one panel that the console menu and the popup share. */
export function RolePanel(props: RolePanelProps) {
  const {
    state,
    message,
    hint,
    notice,
    footNotice,
    canChoose,
    canLand,
    onChoose,
    onSwitchBack,
    onClose,
    onOpenOptions,
    onOpenSelfCheck,
    isFocused,
    handle,
  } = props;
  const t = useTranslate();
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const list = state.kind === 'list' ? state.list : undefined;
  const offered = list?.offered ?? NO_ROWS;
  const isSearching = () => {
    const input = inputRef.current;
    const root = input?.getRootNode();
    // In a closed shadow root only the root itself tells which of its elements has the focus.
    return input !== null && (root as Document | ShadowRoot).activeElement === input;
  };
  const choice = useRoleChoice({ rows: offered, canChoose, canLand, onChoose, onClose, isSearching });

  const keyDown = (event: KeyboardEvent) => choice.keyDown(event);
  const input = () => choice.setQuery(inputRef.current?.value ?? '');
  useImperativeHandle(handle ?? null, () => ({ keyDown, input }));
  useEffect(() => {
    if (isFocused) inputRef.current?.focus();
  }, [isFocused]);

  const { hits, activeIndex, query } = choice;
  const active = hits[activeIndex];
  // One role can be found twice: by a word of its own, and to land on the service of that name.
  const foundCount = new Set(hits.map(({ row }) => row)).size;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the search box and the buttons within
    <div class="panel" onKeyDown={keyDown}>
      <div class="search">
        <SearchIcon />
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          aria-label={t('searchLabel')}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${activeIndex}`}
          placeholder={t('searchPlaceholder')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={query}
          onInput={input}
        />
        {onOpenOptions && (
          <IconButton label={t('openOptions')} onClick={onOpenOptions}>
            <GearIcon />
          </IconButton>
        )}
        {onOpenSelfCheck && (
          <IconButton label={t('openSelfCheck')} onClick={onOpenSelfCheck}>
            <PulseIcon />
          </IconButton>
        )}
      </div>
      {list?.session && <SessionLine session={list.session} onSwitchBack={onSwitchBack} />}
      {hint !== undefined && <p class="notice">{hint}</p>}
      {notice}
      {message !== undefined && (
        <p class="notice notice-alert" role="alert">
          {message}
        </p>
      )}
      <RoleList id={listId} hits={hits} activeIndex={activeIndex} canChoose={canChoose} onChoose={choice.choose} />
      <p class="status" role="status">
        {foundCount > 0 &&
          (query === '' ? t('countOfAllRoles', foundCount) : t('countOfRoles', foundCount, offered.length))}
      </p>
      <ListNotice state={state} query={query} foundCount={foundCount} onOpenOptions={onOpenOptions} />
      {footNotice}
    </div>
  );
}
