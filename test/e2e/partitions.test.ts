import { expect, it } from 'vitest';
import { narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForUrl } from './harness.ts';

const isPost = ({ method }: { method: string }) => method === 'POST';

const CASES = [
  {
    partition: 'aws-us-gov',
    page: 'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/home?region=us-gov-west-1',
    signIn: 'https://signin.amazonaws-us-gov.com/switchrole',
    arn: 'arn:aws-us-gov:iam::444455556666:role/Auditor',
    account: '444455556666',
    roleName: 'Auditor',
  },
  {
    partition: 'aws-cn',
    page: 'https://cn-north-1.console.amazonaws.cn/s3/home?region=cn-north-1',
    signIn: 'https://signin.amazonaws.cn/switchrole',
    arn: 'arn:aws-cn:iam::777700002222:role/Operator',
    account: '777700002222',
    roleName: 'Operator',
  },
  {
    partition: 'aws-eusc',
    page: 'https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/home?region=eusc-de-east-1',
    signIn: 'https://eusc-de-east-1.signin.amazonaws-eusc.eu/switchrole',
    arn: 'arn:aws-eusc:iam::888800002222:role/Admin',
    account: '888800002222',
    roleName: 'Admin',
  },
] as const;

inBothBrowsers('the other partitions', (world) => {
  // Once as the page names its sign-in host, once where it names none.
  const cases = CASES.flatMap((entry) => (['global', 'absent'] as const).map((endpoint) => ({ ...entry, endpoint })));
  it.each(cases)('switches in $partition with the sign-in host $endpoint', async ({ endpoint, ...entry }) => {
    const { partition, page: to, signIn, arn, account, roleName } = entry;
    await saveConfig(
      world(),
      `[here]\nrole_arn = ${arn}\n\n[commercial]\nrole_arn = arn:aws:iam::222222222222:role/ReadOnly\n`,
    );
    const page = await openConsole(world(), {
      partition,
      to,
      signInEndpoint: endpoint === 'global' && partition === 'aws-eusc' ? 'regional' : endpoint,
    });
    await openMenu(page);
    await narrowTo(page, 'e', 'here');
    pressEnter(page);
    const { url, form, status } = await world().standIn.waitForRequest(isPost);
    expect(url).toBe(signIn);
    expect(form).toMatchObject({ account, roleName, redirect_uri: encodeURIComponent(to) });
    expect(status).toBe(302);
    await waitForUrl(page, to);
  });
});
