import type { Config } from '../config/config.ts';
import type { Origin } from '../config/layer.ts';
import type { ListedRole } from './standing.ts';

/** All that a list can show, in the texts' order: portal roles stand where their sections do. */
export function listedRoles({ roles, portalRoles }: Pick<Config, 'roles' | 'portalRoles'>): readonly ListedRole[] {
  if (portalRoles.length === 0) return roles;
  const all: readonly ListedRole[] = [...roles, ...portalRoles];
  const layers = [...new Set(all.map(({ origin }) => layerName(origin)))].sort((a, b) => kindRank(a) - kindRank(b));
  const places = new Map(layers.map((layer, place) => [layer, place]));
  const placeOf = ({ origin }: ListedRole) => places.get(layerName(origin)) ?? 0;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b) || a.line - b.line);
}

const KINDS = ['policy', 'team', 'personal'] as const satisfies readonly Origin['kind'][];

function layerName(origin: Origin): string {
  return origin.kind === 'team' ? `team ${origin.name}` : origin.kind;
}

function kindRank(layer: string): number {
  return KINDS.findIndex((kind) => layer.startsWith(kind));
}
