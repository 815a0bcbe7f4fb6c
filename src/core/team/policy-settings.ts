import { isRecord } from '../record.ts';
import { isSettingName, parseSetting, SETTING_VALUES, type Settings } from '../settings/settings.ts';
import type { Report } from './policy-problem.ts';

/** The settings in a policy that exist and have a value of theirs. */
export function readPolicySettings(value: unknown, reportOn: (name: string) => Report): Partial<Settings> {
  if (value === undefined) return {};
  if (!isRecord(value)) return reportOn('settings')('settings-not-an-object') ?? {};
  let settings: Partial<Settings> = {};
  for (const [name, given] of Object.entries(value)) {
    const report = reportOn(`settings.${name}`);
    if (!isSettingName(name)) report('unknown-setting');
    else if (parseSetting(name, given) !== undefined) settings = { ...settings, [name]: given };
    else if (typeof SETTING_VALUES[name][0] === 'boolean') report('not-boolean');
    else report('not-a-choice', SETTING_VALUES[name].join(', '));
  }
  return settings;
}
