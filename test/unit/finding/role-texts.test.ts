import { describe, expect, it } from 'vitest';
import { profilesOf } from '../../../src/core/access/profiles-of.ts';
import { PERSONAL } from '../../../src/core/config/layer.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { roleTexts } from '../../../src/core/export/role-texts.ts';
import { listedRoles } from '../../../src/core/roles/listed-roles.ts';

const TEXT = `[home]
aws_account_id = 111111111111
[plain]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = home
region = eu-west-1
mfa_serial = arn:aws:iam::111111111111:mfa/me
[by-name]
aws_account_id = 333333333333
role_name = Reader
[by-alias]
aws_account_id = some-alias
role_name = Reader
[sso]
sso_start_url = https://corp.awsapps.com/start
sso_account_id = 444444444444
sso_role_name = Power
`;
const LAYERS = [{ origin: PERSONAL, text: TEXT }];
const ROLES = listedRoles(readLayers(LAYERS));

function textsOf(profile: string, profileOf = profilesOf(LAYERS)) {
  const role = ROLES.find((one) => one.profile === profile);
  if (!role) throw new Error(`no ${profile}`);
  return roleTexts(role, 'aws-us-gov', profileOf);
}

describe('what there is to copy of a role', () => {
  it('is all of one that says everything', () => {
    const { link, hatrackLink, ...texts } = textsOf('plain');
    expect(texts).toEqual({
      account: '222222222222',
      arn: 'arn:aws:iam::222222222222:role/team/Admin',
      configBlock: `[profile plain]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = home
region = eu-west-1
mfa_serial = arn:aws:iam::111111111111:mfa/me
`,
    });
    expect(link).toMatch(/^https:\/\/signin\.aws\.amazon\.com\/switchrole\?.*account=222222222222/);
    expect(hatrackLink).toBe(
      'https://console.aws.amazon.com/console/home#hatrack?account=222222222222&role=team%2FAdmin',
    );
  });

  it('is not what other programs need, where nobody asks the sections', () => {
    expect(textsOf('plain', () => undefined).configBlock).not.toContain('mfa_serial');
  });

  it('takes the session’s partition, and the CLI’s own base, where the role names none', () => {
    const { arn, configBlock, link } = textsOf('by-name');
    expect(arn).toBe('arn:aws-us-gov:iam::333333333333:role/Reader');
    expect(configBlock).toContain('source_profile = default');
    expect(link).toMatch(/^https:\/\/signin\.amazonaws-us-gov\.com\//);
  });

  it('has no ARN for an account that is known by its alias alone', () => {
    expect(textsOf('by-alias')).toMatchObject({ account: 'some-alias', arn: undefined, configBlock: undefined });
  });

  it('is the portal’s link for a permission set', () => {
    expect(textsOf('sso')).toMatchObject({ account: '444444444444', arn: undefined, configBlock: undefined });
    expect(textsOf('sso').link).toMatch(/^https:\/\/corp\.awsapps\.com\/start\/#\/console\?.*account_id=444444444444/);
  });
});
