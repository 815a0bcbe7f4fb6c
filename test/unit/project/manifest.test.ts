import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { consoleMatchPatterns } from '../../../src/core/console/partition.ts';

const patterns = consoleMatchPatterns();

describe('the manifest', () => {
  it('names the hosts of the partition table, and no others', () => {
    expect(manifest.host_permissions).toEqual(patterns);
    for (const script of manifest.content_scripts) expect(script.matches).toEqual(patterns);
  });

  it('asks for no more than it needs', () => {
    expect(manifest.permissions).toEqual(['storage', 'alarms']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('runs in top frames only', () => {
    for (const script of manifest.content_scripts) expect(script).not.toHaveProperty('all_frames');
  });

  it('has the package’s version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(manifest.version).toBe(version);
  });
});
