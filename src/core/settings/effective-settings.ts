import type { Settings } from './settings.ts';

/** The settings that count: the user's own, and over them what the policy locks. */
export function effectiveSettings(
  own: Settings,
  { settings: locked }: { readonly settings: Partial<Settings> },
): Settings {
  return { ...own, ...locked };
}

/** Whether the user cannot change the setting. */
export function isLocked(
  name: keyof Settings,
  { settings: locked }: { readonly settings: Partial<Settings> },
): boolean {
  return Object.hasOwn(locked, name);
}
