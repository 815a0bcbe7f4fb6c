import type { Color, Role } from '../config/config.ts';

/** Of roles that the text gives no colour: production must not look like nothing. */
const PRODUCTION = 'd92d20' as Color;
const PLAIN = '5f6b7a' as Color;

/** Whether a mistake there would be the worst one. */
export function isProduction({ environment }: Pick<Role, 'environment'>): boolean {
  return environment === 'production';
}

/** The colour that a role is marked with: its own, else one that tells at least whether it is production. */
export function markColor(role: Pick<Role, 'color' | 'environment'>): Color {
  return role.color ?? (isProduction(role) ? PRODUCTION : PLAIN);
}
