import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useImperativeHandle, useRef } from 'preact/hooks';
import type { RoleList as RoleListData, RoleRow } from '../core/roles/role-list.ts';
import { FailedSwitchNotice } from './failed-switch-notice.tsx';
import { GearIcon, IconButton, PulseIcon, SearchIcon } from './icons.tsx';
import { ListNotice } from './list-notice.tsx';
import { PrivateText } from './private-text.tsx';
import { RoleList } from './role-list.tsx';
import { stateSentence } from './row-state-text.ts';
import type { SessionActions } from './session-item.tsx';
import { SessionLine } from './session-line.tsx';
import { SessionStrip } from './session-strip.tsx';
import { type Translate, useTranslate } from './translation.ts';
import { type ChooseRole, useRoleChoice } from './use-role-choice.ts';

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
  /** Whether choosing the row does anything here. */
  readonly canChoose: (row: RoleRow) => boolean;
  /** What more there is to say of the page, above the list and below it. */
  readonly notice?: ComponentChildren;
  readonly footNotice?: ComponentChildren;
  /** Whether choosing one switches to it: then the search may name the service to land on. */
  readonly canLand: boolean;
  readonly onChoose: ChooseRole;
  /** What to do with the open sessions of a list that has some. */
  readonly sessionActions?: SessionActions;
  /** Whether a role waits for one of the sessions to be signed out of. */
  readonly isSessionNeeded?: boolean;
  /** Undefined where there is nothing to switch back from. */
  readonly onSwitchBack: (() => void) | undefined;
  readonly onClose: () => void;
  /** Left out where one is there already. */
  readonly onOpenOptions?: () => void;
  readonly onOpenSelfCheck?: () => void;
  /** What stands at the foot while nothing is searched for: what is withheld, or how to see it. */
  readonly foot?: ComponentChildren;
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
    sessionActions,
    isSessionNeeded = false,
    onSwitchBack,
    onClose,
    onOpenOptions,
    onOpenSelfCheck,
    foot,
    isFocused,
    handle,
  } = props;
  const t = useTranslate();
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const list = state.kind === 'list' ? state.list : undefined;
  const rows = list?.rows ?? NO_ROWS;
  const withheld = list?.withheld ?? NO_ROWS;
  const isSearching = () => {
    const input = inputRef.current;
    const root = input?.getRootNode();
    // In a closed shadow root only the root itself tells which of its elements has the focus.
    return input !== null && (root as Document | ShadowRoot).activeElement === input;
  };
  const isLoading = state.kind === 'loading';
  const choice = useRoleChoice({ isLoading, rows, withheld, canChoose, canLand, onChoose, onClose, isSearching });

  const keyDown = (event: KeyboardEvent) => choice.keyDown(event);
  const input = () => choice.setQuery(inputRef.current?.value ?? '');
  useImperativeHandle(handle ?? null, () => ({ keyDown, input }));
  useEffect(() => {
    if (isFocused) inputRef.current?.focus();
  }, [isFocused]);
  // What had the focus may be gone with what it was for, and with it the keys.
  useEffect(() => {
    const root = inputRef.current?.getRootNode() as Document | ShadowRoot | undefined;
    const active = root?.activeElement ?? document.body;
    if (isFocused && active === document.body) inputRef.current?.focus();
  }, [isFocused, message, state]);

  const { hits, activeIndex, query, refused } = choice;
  const active = hits[activeIndex];
  // One role can be found twice: by a word of its own, and to land on the service of that name.
  const foundCount = new Set(hits.map(({ row }) => row).filter(({ state: { kind } }) => kind !== 'withheld')).size;
  const explanation = active && explanationOf(active.row, t);
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
      {list?.sessions && sessionActions && (
        <SessionStrip sessions={list.sessions} actions={sessionActions} isNeeded={isSessionNeeded} />
      )}
      {list?.failedSwitch && message === undefined && <FailedSwitchNotice failed={list.failedSwitch} />}
      {hint !== undefined && <p class="notice">{hint}</p>}
      {notice}
      {message !== undefined && (
        <p class="notice notice-alert" role="alert">
          {message}
        </p>
      )}
      <RoleList id={listId} hits={hits} activeIndex={activeIndex} canChoose={canChoose} onChoose={choice.choose} />
      {explanation !== undefined && (
        <div class="explanation">
          <PrivateText class="explanation-text">{explanation}</PrivateText>
        </div>
      )}
      <p class="status" role="status">
        {(refused && stateSentence(refused.state, t)) ?? countSentence(foundCount, rows, query, t)}
      </p>
      <ListNotice state={state} query={query} foundCount={foundCount} onOpenOptions={onOpenOptions} />
      {query === '' && foot}
      {footNotice}
    </div>
  );
}

/** What must be known before it is chosen, or why it can't be. */
function explanationOf({ state }: RoleRow, t: Translate): string | undefined {
  return state.kind === 'chain' || state.kind === 'withheld' ? stateSentence(state, t) : undefined;
}

function countSentence(found: number, rows: readonly RoleRow[], query: string, t: Translate): string | undefined {
  if (found === 0) return undefined;
  if (query === '') return t('countOfAllRoles', found);
  return t('countOfRoles', found, rows.filter(({ isHidden }) => !isHidden).length);
}
