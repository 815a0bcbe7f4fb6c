import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import schema from '../../../public/managed-schema.json' with { type: 'json' };
import { consoleMatchPatterns } from '../../../src/core/console/partition.ts';
import { SETTING_VALUES } from '../../../src/core/settings/settings.ts';
import { POLICY_NAMES } from '../../../src/core/team/policy.ts';
import { type Browser, manifestFor } from '../../../vite.config.ts';

const patterns = consoleMatchPatterns();

describe('the manifest', () => {
  it('names the hosts of the partition table, and no others', () => {
    expect(manifest.host_permissions).toEqual(patterns);
    for (const script of manifest.content_scripts) expect(script.matches).toEqual(patterns);
  });

  // What is required switches the extension off for everybody until they accept it.
  const optional: readonly [Browser, readonly string[]][] = [
    ['chrome', ['tabGroups']],
    ['firefox', ['tabGroups', 'cookies']],
  ];
  it.each(optional)('of %s asks for no more than it needs', (browser, permissions) => {
    const built = manifestFor(browser);
    expect(built).toMatchObject({
      permissions: ['storage', 'alarms', 'scripting'],
      optional_permissions: permissions,
      host_permissions: patterns,
      optional_host_permissions: ['https://*/*'],
    });
    expect(built).not.toHaveProperty('web_accessible_resources');
    expect(built).not.toHaveProperty('externally_connectable');
  });

  it('runs in top frames only', () => {
    for (const script of manifest.content_scripts) expect(script).not.toHaveProperty('all_frames');
  });

  it('has the package’s version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(manifest.version).toBe(version);
  });

  it('names the schema of the policies that are read, each with a title and a description', () => {
    expect(manifest.storage.managed_schema).toBe('managed-schema.json');
    expect(Object.keys(schema.properties)).toEqual(POLICY_NAMES);
    const { settings } = schema.properties;
    expect(Object.keys(settings.properties)).toEqual(Object.keys(SETTING_VALUES));
    for (const entry of [...Object.values(schema.properties), ...Object.values(settings.properties)]) {
      expect(entry).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    }
  });
});
