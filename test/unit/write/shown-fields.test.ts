import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAL } from '../../../src/core/config/layer.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { changeShown, type ShownFields, toShownFields } from '../../../src/core/config/shown-fields.ts';

const TEAM = `[x]
role_arn = arn:aws:iam::111111111111:role/Admin
color = red
label = Theirs
[y]
role_arn = arn:aws:iam::222222222222:role/Admin
hidden = true
`;
const others = [{ origin: { kind: 'team', name: 't' } as const, text: TEAM }];

function roleOf(text: string, profile: string) {
  const role = readLayers([...others, { origin: PERSONAL, text }]).roles.find((each) => each.profile === profile);
  if (!role) throw new Error(`no role ${profile}`);
  return role;
}

/** What becomes of the text when some fields are changed in the form. */
function change(text: string, profile: string, fields: Partial<ShownFields>): string {
  const role = roleOf(text, profile);
  return changeShown(text, others, role, { ...toShownFields(role), ...fields });
}

describe('changing how another layer’s role is shown', () => {
  it.each<[string, string, string, Partial<ShownFields>, string]>([
    ['adds a section', '[a]\nlabel = A\n', 'x', { color: '00f' }, '[a]\nlabel = A\n\n[x]\ncolor = 00f\n'],
    ['adds to an empty text', '', 'x', { label: 'Mine', hidden: true }, '[x]\nlabel = Mine\nhidden = true\n'],
    ['changes a section', '[x]\ntags = t\ncolor = 00f\n', 'x', { color: '0f0' }, '[x]\ntags = t\ncolor = 0f0\n'],
    ['knows a label by its other name', '[x]\ndisplay_name = M\n', 'x', { label: 'N' }, '[x]\ndisplay_name = N\n'],
    ['takes out what is as theirs', '[x]\ngroup = g\ncolor = 00f\n', 'x', { color: 'ff0000' }, '[x]\ngroup = g\n'],
    ['takes out what is emptied', '[x]\ngroup = g\ncolor = 00f\n', 'x', { group: '' }, '[x]\ncolor = 00f\n'],
    ['leaves no empty section', '[a]\nlabel = A\n\n[x]\ngroup = g\n', 'x', { group: '' }, '[a]\nlabel = A\n\n'],
    ['can’t empty what is theirs', '', 'x', { color: '', label: '' }, ''],
    ['changes nothing where nothing is changed', '[x]\nrole_name = Admin\n', 'x', {}, '[x]\nrole_name = Admin\n'],
    ['shows what they hide', '', 'y', { hidden: false }, '[y]\nhidden = false\n'],
    ['hides it again', '[y]\nhidden = false\n', 'y', { hidden: true }, ''],
  ])('%s', (_, text, profile, fields, expected) => {
    expect(change(text, profile, fields)).toBe(expected);
  });

  it('gives what the form says, unless that is empty', () => {
    const word = fc.constantFrom('', 'a', 'b c', 'Theirs');
    const color = fc.constantFrom('', 'ff0000', '00ff00', '0000ff');
    const fields = fc.record({ label: word, color, group: word, image: fc.constant(''), hidden: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom('x', 'y'), fields, fields, (profile, first, second) => {
        const text = change(change('[a]\nlabel = A\n', profile, first), profile, second);
        const theirs = toShownFields(roleOf('', profile));
        expect(toShownFields(roleOf(text, profile))).toEqual({
          label: second.label || theirs.label,
          color: second.color || theirs.color,
          group: second.group,
          image: '',
          hidden: second.hidden,
        });
      }),
    );
  });
});
