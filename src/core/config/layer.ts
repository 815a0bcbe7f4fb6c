/** Where a section comes from; later ones may change only how an earlier one's role is shown. */
export type Origin =
  | { readonly kind: 'policy' }
  | {
      readonly kind: 'team';
      /** What the user knows the source by; any text. */
      readonly name: string;
    }
  | { readonly kind: 'personal' };

/**
 * One text of several that are read together. Their order is policy, then team sources, then personal: an earlier one
 * counts before a later one.
 */
export interface Layer {
  readonly origin: Origin;
  readonly text: string;
}

/** The user's own text, which is the only one that they can edit. */
export const PERSONAL: Origin = { kind: 'personal' };

/** An origin as the values of a problem spell it: `team` and its name, or `policy`, or `personal`. */
export function originValues(origin: Origin): string[] {
  return origin.kind === 'team' ? [origin.kind, origin.name] : [origin.kind];
}

/** Whether two lists are the same layers with the same texts. */
export function areSameLayers(a: readonly Layer[], b: readonly Layer[]): boolean {
  return a.length === b.length && a.every((layer, at) => isSameLayer(layer, b[at]));
}

function isSameLayer(a: Layer, b: Layer | undefined): boolean {
  return b !== undefined && a.text === b.text && isSameOrigin(a.origin, b.origin);
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  return a.kind === b.kind && (a.kind !== 'team' || b.kind !== 'team' || a.name === b.name);
}
