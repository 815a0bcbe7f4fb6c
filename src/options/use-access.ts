import { hasPermission, isHostAllowed, type OptionalPermission, onAccessChange } from '../browser/permissions.ts';
import { useWatched } from '../ui/use-watched.ts';

/** Whether the browser lets this address's host be read; undefined until it has said so. */
export function useHostAllowed(url: string | undefined): boolean | undefined {
  return useWatched(isHostAllowed, url, onAccessChange);
}

/** Whether the user allows this; undefined until the browser has said so. */
export function usePermission(permission: OptionalPermission): boolean | undefined {
  return useWatched(hasPermission, permission, onAccessChange);
}
