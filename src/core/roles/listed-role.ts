import { accountText } from '../console/switch-request.ts';
import { isPortalRole, type ListedRole } from './standing.ts';

/** Pictures fetched with the user's permission: data: URLs by the URL in the text. */
export type Pictures = Readonly<Record<string, string>>;

/** Number or alias. */
export function accountOf(role: ListedRole): string {
  return isPortalRole(role) ? role.account : accountText(role.account);
}

/** Path and name, or the permission set's name. */
export function roleNameOf(role: ListedRole): string {
  return isPortalRole(role) ? role.permissionSet : role.roleName;
}

/** Always a data: URL, so that drawing it never asks anybody for anything; undefined where none was fetched. */
export function pictureOf({ image }: ListedRole, pictures: Pictures): string | undefined {
  if (image === undefined || image.startsWith('data:')) return image;
  return Object.hasOwn(pictures, image) ? pictures[image] : undefined;
}
