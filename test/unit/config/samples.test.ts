import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AccountRef, Base, Config, PortalRole, Role } from '../../../src/core/config/config.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';

const FOLDER = new URL('../../fixtures/config/', import.meta.url);
const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.ini'));

/** A configuration as the `.json` beside a sample spells it: values that say nothing are left out. */
function shorten({ roles, bases, portalRoles, problems }: Config): unknown {
  return {
    roles: roles.map(shortenRole),
    bases: bases.map(shortenBase),
    ...(portalRoles.length > 0 && { portalRoles: portalRoles.map(shortenPortalRole) }),
    problems: problems.map(({ line, code, values }) => [line, code, ...values].join(' ')),
  };
}

function shortenRole({ id: _, origin: __, label, account, ...rest }: Role): unknown {
  return withoutNothing({ ...rest, label: label === rest.profile ? undefined : label, account: shown(account) });
}

function shortenPortalRole({ id: _, origin: __, label, ...rest }: PortalRole): unknown {
  return withoutNothing({ ...rest, label: label === rest.profile ? undefined : label });
}

function shortenBase({ origin: _, account, ...rest }: Base): unknown {
  return withoutNothing({ ...rest, account: account && shown(account) });
}

function shown(account: AccountRef): string {
  return account.kind === 'id' ? account.id : account.alias;
}

function withoutNothing(values: object): unknown {
  const says = (value: unknown) =>
    value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => says(value)));
}

describe('every sample is read as its .json says', () => {
  it.each(SAMPLES)('%s', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.ini', '.json'), FOLDER), 'utf8'));
    expect(shorten(readConfig(text))).toEqual(expected);
  });

  it('there are samples', () => {
    expect(SAMPLES.length).toBeGreaterThan(20);
  });
});
