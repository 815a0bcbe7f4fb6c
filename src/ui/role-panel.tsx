import type { Ref } from 'preact';
import { useEffect, useId, useImperativeHandle, useRef } from 'preact/hooks';
import type { RoleList as RoleListData, RoleRow } from '../core/roles/role-list.ts';
import type { RoleHit } from '../core/roles/search-roles.ts';
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
    canChoose,
    canLand,
    onChoose,
    onSwitchBack,
    onClose,
    onOpenOptions,
    isFocused,
    handle,
  } = props;
  const t = useTranslate();
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const list = state.kind === 'list' ? state.list : undefined;
  const offered = list?.rows ?? NO_ROWS;
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
          <button
            type="button"
            class="icon-button"
            title={t('openOptions')}
            aria-label={t('openOptions')}
            onClick={onOpenOptions}
          >
            <GearIcon />
          </button>
        )}
      </div>
      {list?.session && <SessionLine session={list.session} onSwitchBack={onSwitchBack} />}
      {hint !== undefined && <p class="notice">{hint}</p>}
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
    </div>
  );
}

function SearchIcon() {
  return (
    <svg class="search-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M10.5 10.5 14 14" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
    </svg>
  );
}

function GearIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M2 4h6M12 4h2M2 12h2M8 12h6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      <circle cx="10" cy="4" r="2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <circle cx="6" cy="12" r="2" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}
