import { translate } from '../browser/i18n.ts';
import { type Asker, MessageError } from '../browser/messaging.ts';
import type { BackgroundApi } from '../protocol.ts';
import { failureSentence } from '../ui/error-text.ts';
import { closedHost } from './closed-host.ts';
import { EarlyBox } from './early-input.ts';
import { guardEvents } from './event-guard.ts';
import css from './late-menu.css?inline';
import { offeredMenu } from './menu-handover.ts';
import type { MenuOpening, RoleMenu, RoleMenuActions } from './role-menu.tsx';

export interface LateMenu {
  readonly isOpen: boolean;
  /** Has the menu's script loaded, so that it is there when it is opened. */
  prepare(): void;
  open(opening: MenuOpening): void;
  reload(): Promise<void>;
  close(): void;
}

/**
 * The menu, whose script is put into the page when somebody is about to need it: most pages are left without it. Its
 * element and what guards its keys are there from the beginning, before the page's own scripts.
 */
export function lateMenu(
  ask: Asker<BackgroundApi>,
  actions: RoleMenuActions,
  onClosed: () => void,
  signal: AbortSignal,
): LateMenu {
  const { host, root } = closedHost('hatrack-menu', css);
  let menu: RoleMenu | undefined;
  let loading: Promise<RoleMenu> | undefined;
  /** Undefined while nobody waits for the menu. */
  let early: { readonly opening: MenuOpening; readonly box: EarlyBox } | undefined;

  async function load(): Promise<RoleMenu> {
    await ask('loadMenu', undefined);
    const make = offeredMenu();
    // The browser says that the script has run; one that is of another version of the extension has not.
    if (!make) throw new MessageError('extension-reloaded');
    menu = make({ host, root, actions, onClosed, signal });
    return menu;
  }

  function prepare() {
    loading ??= load();
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  }

  async function openLater(opening: MenuOpening) {
    document.documentElement.append(host);
    host.popover = 'manual';
    host.showPopover();
    const mine = { opening, box: new EarlyBox(root, translate('searchLabel')) };
    early = mine;
    try {
      const loaded = await prepare();
      if (early !== mine) return;
      early = undefined;
      loaded.open({ ...opening, early: mine.box.take() });
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      if (early === mine) tell(opening, failureSentence(error.code, translate));
    }
  }

  /** All that is left to say where the menu itself can't be had. */
  function tell({ place }: MenuOpening, sentence: string) {
    const notice = document.createElement('p');
    notice.role = 'alert';
    notice.className = place === 'middle' ? 'failure middle' : 'failure';
    notice.textContent = sentence;
    if (place !== 'middle') Object.assign(notice.style, place);
    root.append(notice);
  }

  function closeEarly(mayFocus: boolean) {
    if (!early) return;
    const { opening } = early;
    early = undefined;
    root.replaceChildren();
    host.remove();
    onClosed();
    if (mayFocus) opening.returnFocus();
  }

  guardEvents(
    host,
    {
      keyDown(event) {
        if (menu?.isOpen) menu.keyDown(event);
        else if (event.key === 'Escape' && event.isTrusted) closeEarly(true);
        else early?.box.keyDown(event);
      },
      input: () => menu?.input(),
    },
    signal,
  );
  function close(mayFocus: boolean) {
    if (early) closeEarly(mayFocus);
    else menu?.close(mayFocus);
  }

  // A press anywhere else closes it, as it does the console's own menus.
  const onPointerDown = ({ target }: Event) => {
    if (target !== host && (target as Element | null)?.localName !== 'hatrack-button') close(false);
  };
  addEventListener('pointerdown', onPointerDown, { capture: true, signal });
  return {
    get isOpen() {
      return early !== undefined || menu?.isOpen === true;
    },
    prepare: () => void prepare().catch(() => undefined),
    open: (opening) => (menu ? menu.open(opening) : void openLater(opening)),
    reload: async () => menu?.reload(),
    close: () => close(true),
  };
}
