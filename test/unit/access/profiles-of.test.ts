import { expect, it } from 'vitest';
import { profilesOf } from '../../../src/core/access/profiles-of.ts';
import { type Layer, PERSONAL } from '../../../src/core/config/layer.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';

it('finds the section of each role and base, whichever layer it is of', () => {
  const layers: readonly Layer[] = [
    { origin: { kind: 'policy' }, text: '[a]\nrole_arn = arn:aws:iam::222222222222:role/A\nexternal_id = of-policy\n' },
    {
      origin: { kind: 'team', name: 'x' },
      text: '[b]\nrole_arn = arn:aws:iam::222222222222:role/B\nexternal_id = of-x\n',
    },
    {
      origin: { kind: 'team', name: 'y' },
      text: '[c]\nrole_arn = arn:aws:iam::222222222222:role/C\nexternal_id = of-y\n',
    },
    {
      origin: PERSONAL,
      text: '[d]\nrole_arn = arn:aws:iam::222222222222:role/D\nsource_profile = e\n[e]\nmfa_serial = of-me\n',
    },
  ];
  const { roles, bases } = readLayers(layers);
  const profileOf = profilesOf(layers);
  const said = [...roles, ...bases].map((place) => {
    const values = profileOf(place)?.values;
    return [place.profile, values?.get('external_id')?.value ?? values?.get('mfa_serial')?.value];
  });
  expect(said).toEqual([
    ['a', 'of-policy'],
    ['b', 'of-x'],
    ['c', 'of-y'],
    ['d', undefined],
    ['e', 'of-me'],
  ]);
});
