import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  knowsAllSettings,
  mergeSettings,
  parseSettings,
  sharedSettings,
  withSetting,
} from '../../../src/core/settings/settings.ts';

const onAt = (at: number) => withSetting(DEFAULT_SETTINGS, 'showOnlyMatchingRoles', true, at);
const offAt = (at: number) => withSetting(DEFAULT_SETTINGS, 'showOnlyMatchingRoles', false, at);

describe('settings of two devices', () => {
  it.each([
    ['the later choice', onAt(1), offAt(2), false],
    ['the later choice, from whichever side', offAt(2), onAt(1), false],
    ['one that was made over one that never was', DEFAULT_SETTINGS, onAt(1), true],
    ['the same one on both where both are of one time', offAt(3), onAt(3), true],
  ])('join to %s', (_name, a, b, expected) => {
    expect(mergeSettings(a, b).showOnlyMatchingRoles).toBe(expected);
    expect(mergeSettings(b, a).showOnlyMatchingRoles).toBe(expected);
    expect(knowsAllSettings(mergeSettings(a, b), a) && knowsAllSettings(mergeSettings(a, b), b)).toBe(true);
  });

  it.each([
    ['the later word', 'home', 1, 'same-page', 2, 'same-page'],
    ['of two words at one time the same on both', 'home', 3, 'same-page', 3, 'same-page'],
  ] as const)('join to %s', (_name, mine, mineAt, theirs, theirsAt, expected) => {
    const a = withSetting(DEFAULT_SETTINGS, 'landing', mine, mineAt);
    const b = withSetting(DEFAULT_SETTINGS, 'landing', theirs, theirsAt);
    expect(mergeSettings(a, b).landing).toBe(expected);
    expect(mergeSettings(b, a).landing).toBe(expected);
  });

  it('share nothing of what each device decides for itself', () => {
    const off = withSetting(onAt(1), 'sync', false, 9);
    expect(sharedSettings(off)).toEqual({ showOnlyMatchingRoles: true, changedAt: { showOnlyMatchingRoles: 1 } });
    expect(mergeSettings(DEFAULT_SETTINGS, off).sync).toBe(true);
  });

  it('are read totally', () => {
    expect(parseSettings(null)).toEqual(DEFAULT_SETTINGS);
    expect(
      parseSettings({
        landing: true,
        openSessionIn: 'tab',
        sync: 'no',
        changedAt: { sync: -1, showOnlyMatchingRoles: Number.NaN },
      }),
    ).toEqual(DEFAULT_SETTINGS);
  });

  it('count a choice as later even where the clock was set back', () => {
    expect(withSetting(onAt(1_000), 'showOnlyMatchingRoles', false, 5).changedAt.showOnlyMatchingRoles).toBe(1_001);
  });
});
