import type { Color, Role } from '../config/config.ts';
import { isProduction } from '../config/environment.ts';

/** Of roles that the text gives no colour: production must not look like nothing. */
const PRODUCTION = 'd92d20' as Color;
const PLAIN = '5f6b7a' as Color;

/** The colour that a role is marked with: its own, else one that tells at least whether it is production. */
export function markColor(role: Pick<Role, 'color' | 'environment'>): Color {
  return role.color ?? (isProduction(role) ? PRODUCTION : PLAIN);
}
