import type { Base, Config, Role } from '../config/config.ts';
import type { Container } from '../config/container.ts';
import { namedHue } from './named-hue.ts';

/** Stands for the role's group in a container's name. */
const GROUP = '{group}';

/** What roles that name no container take from their bases. */
export type BaseContainers = ReadonlyMap<string, Container>;

/** The containers that bases name; of several bases with one name, that of the first that names one. */
export function containersOfBases(bases: readonly Base[]): BaseContainers {
  const containers = new Map<string, Container>();
  for (const { profile, container } of bases) {
    if (container && !containers.has(profile)) containers.set(profile, container);
  }
  return containers;
}

/**
 * The container that a role opens in: its own, else that of the first of its bases that names one, since a container
 * holds a sign-in. `{group}` in the name is the role's group; a role without one then has no container.
 */
export function containerOf(role: Role, baseContainers: BaseContainers): Container | undefined {
  const ofBase = role.bases.find((name) => baseContainers.has(name));
  const container = role.container ?? baseContainers.get(ofBase ?? '');
  if (!container?.name.includes(GROUP)) return container;
  return role.group === undefined ? undefined : { ...container, name: container.name.replaceAll(GROUP, role.group) };
}

/** A container that roles are to open in, as Firefox makes one. */
export type NeededContainer = Required<{ readonly [Key in keyof Container]: NonNullable<Container[Key]> }>;

/**
 * The containers that the text names, each once, in the order of their roles. One whose look the text does not say has
 * the colour of the first of its roles.
 */
export function neededContainers({ roles, bases }: Config): readonly NeededContainer[] {
  const needed = new Map<string, NeededContainer>();
  const baseContainers = containersOfBases(bases);
  for (const role of roles) {
    const container = containerOf(role, baseContainers);
    if (!container || needed.has(container.name)) continue;
    const { name, color = colorOf(role), icon = 'briefcase' } = container;
    needed.set(name, { name, color, icon });
  }
  return [...needed.values()];
}

/** Firefox has its containers in the same hues, under names of its own. */
function colorOf({ color }: Role): NeededContainer['color'] {
  const hue = color === undefined ? 'grey' : namedHue(color);
  if (hue === 'grey') return 'toolbar';
  return hue === 'cyan' ? 'turquoise' : hue;
}
