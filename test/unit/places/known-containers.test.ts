import { describe, expect, it } from 'vitest';
import {
  type ContainerId,
  idOfContainer,
  nameOfContainer,
  parseContainerId,
  parseKnownContainers,
  withContainer,
  withoutContainer,
} from '../../../src/core/places/known-containers.ts';

const id = (number: number) => `firefox-container-${number}` as ContainerId;
const [PROD, DEV] = [
  { name: 'prod', id: id(1) },
  { name: 'dev', id: id(2) },
];

describe('the containers that the user has told', () => {
  it.each([
    ['a container', 'firefox-container-12', 'firefox-container-12'],
    ['no container', 'firefox-default', undefined],
    ['a private window', 'firefox-private', undefined],
    ['a browser without containers', undefined, undefined],
    ['something else', 'firefox-container-1 ', undefined],
    ['no text', 7, undefined],
  ])('of %s', (_name, text, expected) => {
    expect(parseContainerId(text)).toBe(expected);
  });

  it.each<[string, unknown, unknown[]]>([
    ['what was stored', [PROD, DEV], [PROD, DEV]],
    ['nothing', undefined, []],
    ['what is no list', { name: 'prod' }, []],
    ['what is no container', [null, 'prod', { name: 'prod' }, { id: PROD.id }, { name: 1, id: PROD.id }, DEV], [DEV]],
    ['an id that is none', [{ name: 'prod', id: 'firefox-default' }], []],
    ['a name or container that stands twice', [PROD, { ...DEV, name: 'prod' }, { ...DEV, id: PROD.id }], [PROD]],
    ['names that objects have', [{ name: '__proto__', id: id(3) }], [{ name: '__proto__', id: id(3) }]],
  ])('are read from %s', (_name, data, expected) => {
    expect(parseKnownContainers(data)).toEqual(expected);
  });

  it('are found by name and by id', () => {
    expect(idOfContainer([PROD, DEV], 'dev')).toBe(DEV.id);
    expect(idOfContainer([PROD, DEV], 'Dev')).toBeUndefined();
    expect(nameOfContainer([PROD, DEV], PROD.id)).toBe('prod');
  });

  it.each([
    ['a new one', { name: 'test', id: id(3) }, [PROD, DEV, { name: 'test', id: id(3) }]],
    ['another container for a name', { name: 'prod', id: id(3) }, [DEV, { name: 'prod', id: id(3) }]],
    ['another name for a container', { name: 'test', id: PROD.id }, [DEV, { name: 'test', id: PROD.id }]],
    ['the name of another container', { name: 'dev', id: PROD.id }, [{ name: 'dev', id: PROD.id }]],
  ])('take %s', (_name, added, expected) => {
    expect(withContainer([PROD, DEV], added)).toEqual(expected);
  });

  it('let go of one', () => {
    expect(withoutContainer([PROD, DEV], PROD.id)).toEqual([DEV]);
  });
});
