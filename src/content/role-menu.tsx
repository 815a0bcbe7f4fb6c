import { createRef, render } from 'preact';
import { translate } from '../browser/i18n.ts';
import type { Deviation } from '../core/console/deviations.ts';
import type { LinkOffer } from '../core/links/link-offer.ts';
import type { SwitchOutcome } from '../protocol.ts';
import { Attempts, type TabActions } from '../ui/attempts.ts';
import buttonsCss from '../ui/buttons.css?inline';
import { ChangedPage } from '../ui/changed-page.tsx';
import type { Question } from '../ui/confirm-question.tsx';
import { outcomeSentence } from '../ui/error-text.ts';
import { linkQuestion } from '../ui/link-question.ts';
import { type PanelState, RolePanel, type RolePanelHandle } from '../ui/role-panel.tsx';
import { isChoosable, type TakenRow } from '../ui/take-row.ts';
import themeCss from '../ui/theme.css?inline';
import { Translation } from '../ui/translation.ts';
import type { ListServices } from '../ui/use-row-menu.ts';
import { WithheldLine } from '../ui/withheld-line.tsx';
import { adoptStyles } from './closed-host.ts';
import { consoleColorMode } from './console-page.ts';
import type { EarlyInput } from './early-input.ts';
import type { MenuPlace } from './menu-place.ts';
import menuCss from './role-menu.css?inline';

export interface RoleMenuActions extends TabActions {
  loadList(): Promise<PanelState>;
  readonly listServices: ListServices;
  openOptions(): void;
  /** Shows what is withheld, and why, out of the page's reach. */
  showWithheld(): void;
  /** How the page differs from the console's pages as they were known. */
  findDeviations(): Promise<readonly Deviation[]>;
  openSelfCheck(): void;
  /** Opens a page in this tab. */
  openPage(url: string): void;
  /** Opens AWS's own switch-role page for the role of a Hatrack link. */
  openLinkedRolePage(link: string): Promise<SwitchOutcome>;
  /** Takes the Hatrack link out of the page's address. */
  forgetLink(): void;
}

export interface MenuOpening {
  /** Under its button, or in the middle: then it is the palette. */
  readonly place: MenuPlace | 'middle';
  /** What there is to say at once. */
  readonly message?: string | undefined;
  /** What is to be taken at once, and asked about before. */
  readonly taken?: TakenRow | undefined;
  /** What a link asks for, to be asked about. */
  readonly offer?: LinkOffer | undefined;
  /** What was typed for it before it was there. */
  readonly early?: EarlyInput;
  /** Gives the focus back to where it was. */
  returnFocus(): void;
}

/** What the content script keeps for the menu, and what the menu does by it. */
export interface RoleMenuParts {
  /** In which `root` is; in the page while the menu is open. */
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly actions: RoleMenuActions;
  readonly onClosed: () => void;
  readonly signal: AbortSignal;
}

export interface RoleMenu {
  readonly isOpen: boolean;
  open(opening: MenuOpening): void;
  /** Reads the list anew. */
  reload(): Promise<void>;
  /** @param mayFocus whether the focus goes back to where it was */
  close(mayFocus: boolean): void;
  /** Keys and input that were taken before the page could see them. */
  keyDown(event: KeyboardEvent): void;
  input(): void;
}

/**
 * The menu and the palette: one list in two places. While it is closed nothing of it is in the page, so that the page
 * can't probe for its text (`window.find` reaches even closed shadow roots). Open, it stands in the top layer, above
 * anything of the console.
 */
export function roleMenu({ host, root, actions, onClosed, signal }: RoleMenuParts): RoleMenu {
  adoptStyles(root, `${themeCss}\n${buttonsCss}\n${menuCss}`);
  const handle = createRef<RolePanelHandle>();
  let state: PanelState = { kind: 'loading' };
  let message: string | undefined;
  let deviations: readonly Deviation[] = [];
  let isSessionNeeded = false;
  let question: Question | undefined;
  /** Undefined while it is closed. Tells an answer that comes later from the one that this opening waits for. */
  let opening: MenuOpening | undefined;

  // Anew with each opening: what waited in one is not waited for in the next.
  let attempts = newAttempts();

  function newAttempts() {
    return new Attempts(
      {
        tab: () => actions,
        session: () => (state.kind === 'list' ? state.list.session : undefined),
        tell(sentence, isNeeded) {
          message = sentence;
          isSessionNeeded = isNeeded;
          draw();
        },
        ask(next) {
          question = next;
          message = undefined;
          draw();
        },
        done: () => close(false),
        reload,
      },
      translate,
    );
  }

  async function reload() {
    state = await actions.loadList();
    draw();
  }

  function draw() {
    if (!opening) return;
    const { session, withheldCount } = state.kind === 'list' ? state.list : NOTHING_LISTED;
    const { place } = opening;
    const isPalette = place === 'middle';
    render(
      <Translation.Provider value={translate}>
        <div
          class={isPalette ? 'menu palette' : 'menu'}
          role="dialog"
          aria-label={translate('menuTitle')}
          lang={translate('language')}
          style={isPalette ? undefined : place}
        >
          <RolePanel
            state={state}
            message={message}
            question={question}
            canChoose={(row) => isChoosable(row, true)}
            find={actions.listServices.find}
            services={actions.listServices}
            onReload={reload}
            isFocused={true}
            queryAtFirst={opening.early?.query}
            onChoose={(hit, openIn) => void attempts.take(hit, openIn)}
            sessionActions={{
              show: (row) => void attempts.showSession(row),
              signOut: (row) => void attempts.signOut(row),
            }}
            isSessionNeeded={isSessionNeeded}
            onSwitchBack={session?.current ? () => void attempts.switchBack() : undefined}
            onClose={() => close(true)}
            onOpenOptions={actions.openOptions}
            foot={withheldCount > 0 && <WithheldLine count={withheldCount} onShow={showWithheld} />}
            handle={handle}
            footNotice={<ChangedPage deviations={deviations} onOpenSelfCheck={actions.openSelfCheck} />}
          />
        </div>
      </Translation.Provider>,
      root,
    );
  }

  function showWithheld() {
    close(false);
    actions.showWithheld();
  }

  function open(next: MenuOpening) {
    close(false);
    opening = next;
    state = { kind: 'loading' };
    message = next.message;
    deviations = [];
    isSessionNeeded = false;
    question = undefined;
    attempts = newAttempts();
    host.popover = 'manual';
    host.dataset.mode = consoleColorMode();
    document.documentElement.append(host);
    host.showPopover();
    draw();
    for (const event of next.early?.keys ?? []) handle.current?.keyDown(event);
    void load(next);
  }

  function askAboutLink(offer: LinkOffer) {
    const asked = linkQuestion(
      offer,
      {
        take(taken) {
          question = undefined;
          // Before the page is told of, which the switch may come back to.
          actions.forgetLink();
          void attempts.take(taken, undefined);
        },
        openPage(url) {
          close(false);
          actions.openPage(url);
        },
        openRolePage: (link) => void openRolePage(link),
        dismiss() {
          actions.forgetLink();
          close(true);
        },
      },
      translate,
    );
    if (typeof asked === 'string') {
      message = asked;
      actions.forgetLink();
    } else question = asked;
    draw();
  }

  async function openRolePage(link: string) {
    const mine = opening;
    actions.forgetLink();
    question = undefined;
    const outcome = await actions.openLinkedRolePage(link);
    if (mine !== opening) return;
    message = outcomeSentence(outcome, { row: undefined, session: undefined }, translate);
    if (message === undefined) close(false);
    else draw();
  }

  async function load(mine: MenuOpening) {
    const list = await actions.loadList();
    if (mine !== opening) return;
    state = list;
    draw();
    if (mine.taken) void attempts.take(mine.taken, undefined);
    if (mine.offer) askAboutLink(mine.offer);
    try {
      const found = await actions.findDeviations();
      if (mine !== opening) return;
      deviations = found;
      draw();
    } catch (error) {
      // Firefox throws where one looks at the parts of a page that has left.
      if (mine === opening) throw error;
    }
  }

  function close(mayFocus: boolean) {
    if (!opening) return;
    const { returnFocus } = opening;
    opening = undefined;
    render(null, root);
    host.remove();
    onClosed();
    if (mayFocus) returnFocus();
  }

  // Its button may be elsewhere then; the palette, and what a link asks, stay where they are.
  const onResize = () => {
    if (opening?.place !== 'middle') close(false);
  };
  addEventListener('resize', onResize, { signal });
  addEventListener('pagehide', () => close(false), { signal });
  signal.addEventListener('abort', () => close(false));
  return {
    get isOpen() {
      return opening !== undefined;
    },
    open,
    reload,
    close,
    keyDown: (event) => handle.current?.keyDown(event),
    input: () => handle.current?.input(),
  };
}

/** What the menu shows of a list before there is one. */
const NOTHING_LISTED = { session: undefined, withheldCount: 0 };
