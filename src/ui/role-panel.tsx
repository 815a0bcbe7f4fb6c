import type { ComponentChildren, Ref } from 'preact';
import { useId, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import type { FoundWindow } from '../core/finding/list-item.ts';
import type { ListSummary } from '../core/finding/list-summary.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import { ConfirmQuestion, type Question, type QuestionHandle } from './confirm-question.tsx';
import { FailedSwitchNotice } from './failed-switch-notice.tsx';
import { GearIcon, IconButton, PulseIcon, SearchIcon } from './icons.tsx';
import { ListNotice } from './list-notice.tsx';
import { PrivateText } from './private-text.tsx';
import { RoleList } from './role-list.tsx';
import { RowMenu } from './row-menu.tsx';
import { stateSentence } from './row-state-text.ts';
import type { SessionActions } from './session-item.tsx';
import { SessionLine, whoSentence } from './session-line.tsx';
import { SessionStrip } from './session-strip.tsx';
import { type Translate, useTranslate } from './translation.ts';
import type { Find } from './use-found.ts';
import { type ChooseRole, useRoleChoice } from './use-role-choice.ts';
import { type ListServices, useRowMenu } from './use-row-menu.ts';

/** What the panel shows below its search box. */
export type PanelState =
  | { readonly kind: 'loading' }
  /** `isFromBefore`: how the list was the last time, to be looked at until it is known how it is now. */
  | { readonly kind: 'list'; readonly list: ListSummary; readonly found: FoundWindow; readonly isFromBefore?: boolean }
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
  /** What is asked before the role that was chosen is taken. */
  readonly question?: Question | undefined;
  /** Why roles can't be chosen here, if they can't. */
  readonly hint?: string | undefined;
  /** Whether choosing the row does anything here. */
  readonly canChoose: (row: RoleRow) => boolean;
  /** What more there is to say of the page, above the list and below it. */
  readonly notice?: ComponentChildren;
  readonly footNotice?: ComponentChildren;
  readonly find: Find;
  readonly onChoose: ChooseRole;
  /** What can be done with the rows beside; undefined where nothing can. */
  readonly services?: ListServices;
  /** Reads the list anew. */
  readonly onReload?: () => Promise<void>;
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
  /** What was typed before the panel was there. */
  readonly queryAtFirst?: string | undefined;
  readonly handle?: Ref<RolePanelHandle>;
}

/** Search box, role list and what explains it: the one panel that the console menu and the popup share. */
export function RolePanel(props: RolePanelProps) {
  const {
    state,
    message,
    question,
    hint,
    notice,
    footNotice,
    canChoose,
    find,
    onChoose,
    services,
    onReload = async () => undefined,
    sessionActions,
    isSessionNeeded = false,
    onSwitchBack,
    onClose,
    onOpenOptions,
    onOpenSelfCheck,
    foot,
    isFocused,
    queryAtFirst = '',
    handle,
  } = props;
  const t = useTranslate();
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const list = state.kind === 'list' ? state.list : undefined;
  const isSearching = () => {
    const input = inputRef.current;
    const root = input?.getRootNode();
    // In a closed shadow root only the root itself tells which of its elements has the focus.
    return input !== null && (root as Document | ShadowRoot).activeElement === input;
  };
  const rowMenu = useRowMenu({
    services,
    hasPlaces: ({ row }) => canChoose(row) && (row.state.kind === 'portal' || list?.session?.isMultiSession === true),
    onChoose,
    onReload,
    onClosed: () => inputRef.current?.focus(),
  });
  const choice = useRoleChoice({
    first: state.kind === 'list' ? state.found : undefined,
    isFromBefore: state.kind === 'list' && state.isFromBefore === true,
    find,
    canChoose,
    onChoose,
    onFold: (section, isFolded) => void services?.fold(section, isFolded).then(onReload),
    onCopyLink: rowMenu.copyLink,
    onMore: rowMenu.show,
    onClose,
    isSearching,
    queryAtFirst,
  });

  const questionHandle = useRef<QuestionHandle>(null);
  const keyDown = (event: KeyboardEvent) => {
    rowMenu.forgetTold();
    if (question) questionHandle.current?.keyDown(event);
    else (rowMenu.open ? rowMenu.handle.current : choice)?.keyDown(event);
  };
  const input = () => choice.setQuery(inputRef.current?.value ?? '');
  useImperativeHandle(handle ?? null, () => ({ keyDown, input }));
  // Before the first frame: a key that comes with it is meant for the search.
  useLayoutEffect(() => {
    if (isFocused) inputRef.current?.focus();
  }, [isFocused]);
  // What had the focus may be gone with what it was for, and with it the keys.
  useLayoutEffect(() => {
    const root = inputRef.current?.getRootNode() as Document | ShadowRoot | undefined;
    const active = root?.activeElement ?? document.body;
    if (isFocused && active === document.body) inputRef.current?.focus();
  }, [isFocused, message, state, question]);

  const { found, activeIndex, query, refused } = choice;
  const { foundCount, itemCount } = found;
  const active = found.itemAt(activeIndex);
  const explanation = active?.kind === 'role' ? explanationOf(active.row, t) : undefined;
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
          aria-activedescendant={itemCount > 0 ? `${listId}-${activeIndex}` : undefined}
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
      <RoleList
        id={listId}
        found={found}
        stops={choice.stops}
        activeIndex={activeIndex}
        canChoose={canChoose}
        onPress={choice.press}
        onMore={services && choice.pressMore}
      />
      {explanation !== undefined && (
        <div class="explanation">
          <PrivateText class="explanation-text">{explanation}</PrivateText>
        </div>
      )}
      <p class="status" role="status">
        {rowMenu.told ??
          (refused && stateSentence(refused.state, t)) ??
          countSentence(foundCount, list, found.query, t)}
      </p>
      <ListNotice state={state} query={found.query} foundCount={foundCount} onOpenOptions={onOpenOptions} />
      {query === '' && foot}
      {footNotice}
      {question && (
        <ConfirmQuestion
          question={question}
          from={list?.session && whoSentence(list.session, t)}
          handle={questionHandle}
        />
      )}
      {rowMenu.open && (
        <RowMenu
          item={rowMenu.open.item}
          entries={rowMenu.open.entries}
          anchorId={`${listId}-${rowMenu.open.index}`}
          onClose={rowMenu.close}
          handle={rowMenu.handle}
        />
      )}
    </div>
  );
}

/** What must be known before it is chosen, or why it can't be. */
function explanationOf({ state }: RoleRow, t: Translate): string | undefined {
  return state.kind === 'chain' || state.kind === 'withheld' ? stateSentence(state, t) : undefined;
}

function countSentence(found: number, list: ListSummary | undefined, query: string, t: Translate): string | undefined {
  if (found === 0 || !list) return undefined;
  if (query === '') return t('countOfAllRoles', found);
  return t('countOfRoles', found, list.listedCount);
}
