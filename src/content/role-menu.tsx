import { createRef, render } from 'preact';
import { translate } from '../browser/i18n.ts';
import type { Deviation } from '../core/console/deviations.ts';
import { Attempts, type TabActions } from '../ui/attempts.ts';
import { ChangedPage } from '../ui/changed-page.tsx';
import { type PanelState, RolePanel, type RolePanelHandle } from '../ui/role-panel.tsx';
import { isChoosable } from '../ui/take-row.ts';
import themeCss from '../ui/theme.css?inline';
import { Translation } from '../ui/translation.ts';
import { WithheldLine } from '../ui/withheld-line.tsx';
import { closedHost } from './closed-host.ts';
import { consoleColorMode } from './console-page.ts';
import { guardEvents } from './event-guard.ts';
import menuCss from './role-menu.css?inline';

export interface RoleMenuActions extends TabActions {
  loadList(): Promise<PanelState>;
  openOptions(): void;
  /** Shows what is withheld, and why, out of the page's reach. */
  showWithheld(): void;
  /** How the page differs from the console's pages as they were known. */
  findDeviations(): Promise<readonly Deviation[]>;
  openSelfCheck(): void;
}

export interface RoleMenu {
  readonly isOpen: boolean;
  open(anchor: DOMRect): void;
  close(): void;
}

/**
 * The drop-down menu. While it is closed nothing of it is in the page, so that the page can't probe for its text
 * (`window.find` reaches even closed shadow roots). Open, it stands in the top layer, above anything of the console.
 */
export function roleMenu(
  actions: RoleMenuActions,
  onClosed: (mayFocus: boolean) => void,
  signal: AbortSignal,
): RoleMenu {
  const { host, root } = closedHost('hatrack-menu', `${themeCss}\n${menuCss}`);
  const handle = createRef<RolePanelHandle>();
  let state: PanelState = { kind: 'loading' };
  let message: string | undefined;
  let deviations: readonly Deviation[] = [];
  let isSessionNeeded = false;
  let isOpen = false;
  let place: MenuPlace = { right: '0', top: '0' };
  /** Tells an answer that comes after the menu was closed, or opened again, from the one awaited now. */
  let opening = 0;

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
        done: () => close(false),
        async reload() {
          state = await actions.loadList();
        },
      },
      translate,
    );
  }

  function draw() {
    if (!isOpen) return;
    const { session, withheldCount } = state.kind === 'list' ? state.list : NOTHING_LISTED;
    render(
      <Translation.Provider value={translate}>
        <div class="menu" role="dialog" aria-label={translate('menuTitle')} lang={translate('language')} style={place}>
          <RolePanel
            state={state}
            message={message}
            canChoose={(row) => isChoosable(row, true)}
            canLand={true}
            isFocused={true}
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

  function open(anchor: DOMRect) {
    isOpen = true;
    opening += 1;
    const mine = opening;
    state = { kind: 'loading' };
    message = undefined;
    deviations = [];
    isSessionNeeded = false;
    attempts = newAttempts();
    host.popover = 'manual';
    host.dataset.mode = consoleColorMode();
    place = placeUnder(anchor);
    document.documentElement.append(host);
    host.showPopover();
    draw();
    void load(() => isOpen && mine === opening);
  }

  async function load(isAwaited: () => boolean) {
    const list = await actions.loadList();
    if (!isAwaited()) return;
    state = list;
    draw();
    const found = await actions.findDeviations();
    if (!isAwaited()) return;
    deviations = found;
    draw();
  }

  function close(mayFocus: boolean) {
    if (!isOpen) return;
    isOpen = false;
    render(null, root);
    host.remove();
    onClosed(mayFocus);
  }

  guardEvents(
    host,
    { keyDown: (event) => handle.current?.keyDown(event), input: () => handle.current?.input() },
    signal,
  );
  // A press anywhere else closes it, as it does the console's own menus.
  const onPointerDown = (event: Event) => {
    const isElsewhere = event.target !== host && (event.target as Element | null)?.localName !== 'hatrack-button';
    if (isElsewhere) close(false);
  };
  addEventListener('pointerdown', onPointerDown, { capture: true, signal });
  addEventListener('resize', () => close(false), { signal });
  signal.addEventListener('abort', () => close(false));
  return {
    get isOpen() {
      return isOpen;
    },
    open,
    close: () => close(true),
  };
}

/** What the menu shows of a list before there is one. */
const NOTHING_LISTED = { session: undefined, withheldCount: 0 };

/** Distances from the viewport's edges, as CSS lengths. */
type MenuPlace = { right: string; top: string } | { right: string; bottom: string };

/** From the button's edge to that of the console's bar. */
const GAP = 8;
const LEAST_WIDTH = 328;

/** Below the button, or above one that floats at the page's foot; its right edge under the button's. */
function placeUnder(anchor: DOMRect): MenuPlace {
  const right = `${Math.max(8, Math.min(innerWidth - anchor.right, innerWidth - LEAST_WIDTH))}px`;
  const isInUpperHalf = anchor.top < innerHeight / 2;
  return isInUpperHalf
    ? { right, top: `${anchor.bottom + GAP}px` }
    : { right, bottom: `${innerHeight - anchor.top + GAP}px` };
}
