import { recordOf } from '../record.ts';

/** How Firefox itself calls a container, as long as the profile has it: `firefox-container-7`. */
export type ContainerId = string & { readonly __brand: 'ContainerId' };

/** Which of Firefox's containers a name of the text stands for, as the user has said it on this device. */
export interface KnownContainer {
  readonly name: string;
  readonly id: ContainerId;
}

const CONTAINER_ID = /^firefox-container-\d{1,10}$/;

/** The id of a tab's container; undefined for tabs in none, in a private window and in browsers that have none. */
export function parseContainerId(cookieStoreId: unknown): ContainerId | undefined {
  const isId = typeof cookieStoreId === 'string' && CONTAINER_ID.test(cookieStoreId);
  return isId ? (cookieStoreId as ContainerId) : undefined;
}

/** Takes whatever storage holds, and leaves out what can't be used. */
export function parseKnownContainers(data: unknown): readonly KnownContainer[] {
  const found: KnownContainer[] = [];
  for (const entry of Array.isArray(data) ? data : []) {
    const { name, id: written } = recordOf(entry);
    const id = parseContainerId(written);
    if (typeof name !== 'string' || id === undefined) continue;
    if (!found.some((other) => other.name === name || other.id === id)) found.push({ name, id });
  }
  return found;
}

export function idOfContainer(known: readonly KnownContainer[], name: string): ContainerId | undefined {
  return known.find((container) => container.name === name)?.id;
}

export function nameOfContainer(known: readonly KnownContainer[], id: ContainerId): string | undefined {
  return known.find((container) => container.id === id)?.name;
}

/** What is known once the user has said that a container is called this: a container has one name, a name one container. */
export function withContainer(
  known: readonly KnownContainer[],
  { name, id }: KnownContainer,
): readonly KnownContainer[] {
  return [...known.filter((other) => other.name !== name && other.id !== id), { name, id }];
}

/** What is known once the user has said that none of these names is a container's. */
export function withoutContainer(known: readonly KnownContainer[], id: ContainerId): readonly KnownContainer[] {
  return known.filter((other) => other.id !== id);
}
