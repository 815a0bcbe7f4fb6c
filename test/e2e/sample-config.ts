/** Roles of the stand-in's world that show what a text can hold. */
export const SAMPLE_CONFIG = `# The account that everybody signs in to
[jump]
aws_account_id = 111111111111

[支払い 本番 管理者]
role_arn = arn:aws:iam::222222222222:role/team/platform/Admin
source_profile = jump
color = #f80
region = eu-west-1

[payments-prod-read-only-access-for-the-quarterly-financial-review-team]
aws_account_id = 222222222222
role_name = ReadOnly
source_profile = jump

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
color = mediumseagreen
group = Payments

[acquired]
role_arn = arn:aws:iam::666666666666:role/Admin
source_profile = jump

[elsewhere]
role_arn = arn:aws:iam::444444444444:role/Auditor
source_profile = other-jump

[other-jump]
aws_account_id = 999999999999
`;
