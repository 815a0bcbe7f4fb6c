import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { containerPlace } from '../../../src/core/places/container-place.ts';
import type { ContainerId } from '../../../src/core/places/known-containers.ts';
import { containerOf, containersOfBases, neededContainers } from '../../../src/core/places/role-container.ts';

const ROLE = '[role]\nrole_arn = arn:aws:iam::222222222222:role/Admin\nsource_profile = a, b\n';
const bases = (a: string, b = '') =>
  `[a]\naws_account_id = 111111111111\n${a}\n[b]\naws_account_id = 333333333333\n${b}\n`;

describe('the container of a role', () => {
  it.each([
    ['none', '', '', undefined],
    ['its own', 'container = own', bases('container = base'), 'own'],
    ['that of its base', '', bases('container = base'), 'base'],
    ['that of the first base that names one', '', bases('', 'container = second'), 'second'],
    ['none of a base that it does not name', '', bases('').replace('[b]', '[c]\ncontainer = c\n[b]'), undefined],
    ['its group’s', 'group = Payments', bases('container = {group}'), 'Payments'],
    ['its group’s, with more', 'group = Payments\ncontainer = AWS {group}', '', 'AWS Payments'],
    ['none without a group', '', bases('container = {group}'), undefined],
  ])('is %s', (_name, role, base, expected) => {
    const config = readConfig(`${ROLE}${role}\n${base}`);
    const [found] = config.roles.filter(({ profile }) => profile === 'role');
    expect(found && containerOf(found, containersOfBases(config.bases))?.name).toBe(expected);
  });

  it('reports a base’s own once, also where it is a role as well', () => {
    const text = `${ROLE}[a]\nrole_arn = arn:aws:iam::444444444444:role/Jump\ncontainer = a\ncontainer_color = bleu\n`;
    const codes = readConfig(text).problems.map(({ code }) => code);
    expect(codes.filter((code) => code === 'bad-choice')).toHaveLength(1);
  });
});

describe('the containers that a text needs', () => {
  const role = (name: string, lines: string) =>
    `[${name}]\nrole_arn = arn:aws:iam::222222222222:role/${name}\n${lines}\n`;

  it('are each named once, in the order of their roles', () => {
    const text =
      role('One', 'container = b') + role('Two', '') + role('Three', 'container = a') + role('Four', 'container = b');
    expect(neededContainers(readConfig(text)).map(({ name }) => name)).toEqual(['b', 'a']);
  });

  it.each([
    ['as the text says', 'container_color = green\ncontainer_icon = cart\ncolor = red', 'green', 'cart'],
    ['with the role’s colour', 'color = #d92d20', 'red', 'briefcase'],
    ['turquoise for cyan', 'color = teal', 'turquoise', 'briefcase'],
    ['grey for a grey role', 'color = silver', 'toolbar', 'briefcase'],
    ['grey for a role without a colour', '', 'toolbar', 'briefcase'],
  ])('look %s', (_name, lines, color, icon) => {
    expect(neededContainers(readConfig(role('One', `container = k\n${lines}`)))).toEqual([{ name: 'k', color, icon }]);
  });
});

describe('where a role is switched to', () => {
  const prod = { name: 'prod', color: undefined, icon: undefined };
  const known = [{ name: 'prod', id: 'firefox-container-7' as ContainerId }];
  const elsewhere = { kind: 'elsewhere', id: 'firefox-container-7', name: 'prod' };
  it.each([
    ['in no container, without one', undefined, 'firefox-default', { kind: 'here' }],
    ['in a container, without one', undefined, 'firefox-container-3', { kind: 'here' }],
    ['in no container', prod, 'firefox-default', elsewhere],
    ['in another container', prod, 'firefox-container-3', elsewhere],
    ['in its own', prod, 'firefox-container-7', { kind: 'here' }],
    ['in a private window', prod, 'firefox-private', { kind: 'here' }],
    ['in a browser without containers', prod, undefined, { kind: 'here' }],
    ['with one that the user has not told', { ...prod, name: 'dev' }, 'firefox-default', { kind: 'here' }],
  ])('chosen %s', (_name, container, store, expected) => {
    expect(containerPlace(container, store, known)).toEqual(expected);
  });
});
