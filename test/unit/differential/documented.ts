/**
 * Configurations that do what AESR's README and its own tests show, feature by feature, with other names and numbers:
 * a list, colour, region and image; bases by number, alias and alias key; targets by ARN and by parts; the defaults of
 * a base; a base for one login role or permission set; chains; comments anywhere.
 */
export const DOCUMENTED: Readonly<Record<string, string>> = {
  'roles that are always shown': `
[profile billing]
role_arn = arn:aws:iam::100000000001:role/billing
color = ffaaee

[tokyo]
aws_account_id = 100000000002
role_name = operator
region=ap-northeast-1

[pictured]
aws_account_id = 100000000003
role_name = viewer
image = "https://pictures.example/150"
`,
  'bases by alias and by number, and their targets': `
[first-org]
aws_account_id = first-org-alias

[First-A-One]
role_arn = arn:aws:iam::200000000001:role/One
source_profile = first-org

[First-A-Two]
aws_account_id = 200000000001
role_name = Two
source_profile = first-org

[second-org]
aws_account_id = 000000000000

[profile Second/One]
role_arn = arn:aws:iam::200000000002:role/One
source_profile = second-org

[Everywhere]
role_name = Other#comment
aws_account_id = third-alias
`,
  'a base with an alias of its own': `
[home]
aws_account_id = 300000000000
aws_account_alias = home-alias ; what the console shows

[away]
aws_account_id = 300000000001
role_name = Guest
source_profile = home
`,
  'defaults of a base for its targets': `
;
; one name for all
;
[org]
aws_account_id = 400000000000
target_role_name = Developer
target_region = eu-central-1

[org-one]
aws_account_id = 400000000001
source_profile = org

[org-two]
aws_account_id = 400000000002
role_name = Manager ; its own
region = us-west-2
source_profile = org
`,
  'a base for one login role or permission set': `
[home-admin]
aws_account_id = 500000000000
role_name = AdministratorAccess

[home-reader]
aws_account_id = 500000000000
role_name = ReadOnlyAccess

[target-admin]
role_arn = arn:aws:iam::500000000001:role/deep/path/Admin
source_profile = home-admin

[target-reader]
role_arn = arn:aws:iam::500000000001:role/Reader
source_profile = home-reader
`,
  'a chain of bases': `
[login]
aws_account_id = 600000000000
[hop]
role_arn = arn:aws:iam::600000000001:role/Hop
source_profile = login
[deep]
role_arn = arn:aws:iam::600000000002:role/Deep
source_profile = hop
`,
  'comments and blanks anywhere': `\
[profile a]# comment
; comment
role_arn = arn:aws:iam::700000000001:role/A  #

  [profile B] # comment
role_arn = arn:aws:iam::700000000002:role/b;
  # comment
[profileC];comment
# comment
  role_arn = arn:aws:iam::700000000003:role/c  ;comment
  ; comment
`,
};
