import type { Container } from '../config/container.ts';
import { type ContainerId, idOfContainer, type KnownContainer, parseContainerId } from './known-containers.ts';

/** Where a role is to be switched to. */
export type ContainerPlace =
  /** In the tab that it was chosen in. */
  { readonly kind: 'here' } | { readonly kind: 'elsewhere'; readonly id: ContainerId; readonly name: string };

const HERE: ContainerPlace = { kind: 'here' };

/**
 * Whether a role that was chosen in a tab belongs into another container. One that the user has not told Hatrack about
 * is as good as none; and so is every one to a tab in a private window, which has no containers.
 *
 * @param container the role's
 * @param cookieStoreId the tab's; undefined in browsers without containers
 */
export function containerPlace(
  container: Container | undefined,
  cookieStoreId: string | undefined,
  known: readonly KnownContainer[],
): ContainerPlace {
  const id = container && idOfContainer(known, container.name);
  const hasContainers = cookieStoreId === 'firefox-default' || parseContainerId(cookieStoreId) !== undefined;
  if (id === undefined || !hasContainers || id === cookieStoreId) return HERE;
  return { kind: 'elsewhere', id, name: container?.name ?? '' };
}
