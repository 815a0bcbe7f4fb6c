import type { Layer } from '../config/layer.ts';
import type { Policy } from './policy.ts';

/** The policy's text as the lowest layer; none where it has no text. */
export function policyLayers({ text }: Policy): readonly Layer[] {
  return text.trim() === '' ? [] : [{ origin: { kind: 'policy' }, text }];
}
