import type { RoleId } from '../config/config.ts';

/** Takes an id out of a message. Whether it names a role is seen only by looking for it. */
export function parseRoleId(input: unknown): RoleId | undefined {
  return typeof input === 'string' ? (input as RoleId) : undefined;
}
