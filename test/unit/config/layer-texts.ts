import type { Layer, Origin } from '../../../src/core/config/layer.ts';

/** Texts by whose they are; `team` and `other` are two team sources. */
export interface LayerTexts {
  readonly policy?: string;
  readonly team?: string;
  readonly other?: string;
  readonly personal?: string;
}

const ORIGINS: Readonly<Record<keyof LayerTexts, Origin>> = {
  policy: { kind: 'policy' },
  team: { kind: 'team', name: 'team' },
  other: { kind: 'team', name: 'other' },
  personal: { kind: 'personal' },
};

/** The layers in their order. */
export function layersOf(texts: LayerTexts): Layer[] {
  return (['policy', 'team', 'other', 'personal'] as const).flatMap((name) => {
    const text = texts[name];
    return text === undefined ? [] : [{ origin: ORIGINS[name], text }];
  });
}

/** `policy`, `personal`, or the name of the team source. */
export function nameOfOrigin(origin: Origin): string {
  return origin.kind === 'team' ? origin.name : origin.kind;
}
