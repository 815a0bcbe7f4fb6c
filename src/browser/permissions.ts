import { browser } from './extension-api.ts';

/** What makes more possible, and is asked for where the user wants just that. */
const OPTIONAL_PERMISSIONS = ['tabGroups', 'cookies'] as const;
export type OptionalPermission = (typeof OPTIONAL_PERMISSIONS)[number];

/** Those that this browser's manifest names. */
export function optionalPermissions(): readonly OptionalPermission[] {
  const named: readonly string[] = browser.runtime.getManifest().optional_permissions ?? [];
  return OPTIONAL_PERMISSIONS.filter((permission) => named.includes(permission));
}

export function hasPermission(permission: OptionalPermission): Promise<boolean> {
  return browser.permissions.contains({ permissions: [permission] });
}

/** Asks the user for a permission. Must be called within a user's click. */
export function askPermission(permission: OptionalPermission): Promise<boolean> {
  return browser.permissions.request({ permissions: [permission] });
}

export async function givePermissionBack(permission: OptionalPermission): Promise<void> {
  await browser.permissions.remove({ permissions: [permission] });
}

/** Asks the user for access to what these patterns match alone. Must be called within a user's click. */
export function allowPatterns(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** Asks the user for access to these origins alone. Must be called within a user's click. */
export function allowOrigins(origins: readonly string[]): Promise<boolean> {
  return allowPatterns([...new Set(origins)].map((origin) => `${origin}/*`));
}

/** Asks the user for access to this address's host alone. Must be called within a user's click. */
export function allowHost(url: string): Promise<boolean> {
  return allowPatterns([hostPattern(url)]);
}

/**
 * Which of these patterns the browser does not let Hatrack have, in their order. Firefox lets the user take away what
 * the manifest requires, Chromium withhold it.
 */
export async function missingPatterns(patterns: readonly string[]): Promise<readonly string[]> {
  const isAllowed = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })));
  return patterns.filter((_pattern, index) => !isAllowed[index]);
}

/** Whether the user, or the manifest, allows this address's host. */
export async function isHostAllowed(url: string): Promise<boolean> {
  return URL.canParse(url) && (await browser.permissions.contains({ origins: [hostPattern(url)] }));
}

/** Gives the access to this address's host back. */
export async function giveHostBack(url: string): Promise<void> {
  const needed = browser.runtime.getManifest().host_permissions ?? [];
  // What the manifest itself needs can't be given back, and asking for it rejects.
  const { origins = [] } = await browser.permissions.getAll();
  const pattern = hostPattern(url);
  if (origins.includes(pattern) && !needed.includes(pattern)) await browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when access was given or taken, wherever the user did it. */
export function onAccessChange(onChange: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  for (const event of [onAdded, onRemoved]) {
    event.addListener(onChange);
    signal.addEventListener('abort', () => event.removeListener(onChange));
  }
}

/** Without the port, which Firefox's patterns don't take: they stand for every port of the host. */
function hostPattern(url: string): string {
  return `https://${new URL(url).hostname}/*`;
}
