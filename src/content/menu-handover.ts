import type { RoleMenu, RoleMenuParts } from './role-menu.tsx';

/** Makes the menu in the element that the content script keeps for it. */
type MakeMenu = (parts: RoleMenuParts) => RoleMenu;

/** The global of the extension's own world in the page: its scripts share it, and the page's can't reach it. */
interface SharedWorld {
  hatrackMenu?: MakeMenu;
}

/** Called by the menu's script, which is put into the page when somebody needs it. */
export function offerMenu(make: MakeMenu): void {
  (globalThis as SharedWorld).hatrackMenu = make;
}

/** Undefined until then. */
export function offeredMenu(): MakeMenu | undefined {
  return (globalThis as SharedWorld).hatrackMenu;
}
