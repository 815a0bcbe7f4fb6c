import { isRecord } from '../record.ts';
import type { Settings } from '../settings/settings.ts';
import type { Report } from './policy-problem.ts';

/** What a policy may lock: every setting. A new one is a compile error until it stands here. */
export const LOCKABLE_SETTINGS = { showOnlyMatchingRoles: 'boolean', sync: 'boolean' } as const satisfies {
  readonly [Name in keyof Settings]: 'boolean';
};

/** The settings in a policy that exist and have a value of their kind. */
export function readPolicySettings(value: unknown, reportOn: (name: string) => Report): Partial<Settings> {
  if (value === undefined) return {};
  if (!isRecord(value)) return reportOn('settings')('settings-not-an-object') ?? {};
  let settings: Partial<Settings> = {};
  for (const [name, given] of Object.entries(value)) {
    const report = reportOn(`settings.${name}`);
    if (!Object.hasOwn(LOCKABLE_SETTINGS, name)) report('unknown-setting');
    else if (typeof given !== 'boolean') report('not-boolean');
    else settings = { ...settings, [name]: given };
  }
  return settings;
}
