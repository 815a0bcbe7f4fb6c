import { type PageFacts, parseSession, type Session } from '../../../src/core/console/session.ts';
import type { OpenSession } from '../../../src/core/sessions/open-session.ts';

const JUMP = '111111111111';

/** The session of a classic console page: an IAM user `jo` of the jump account, or what `told` says. */
export function sessionOf(
  told: { arn?: string; info?: Readonly<Record<string, string>>; label?: string; partition?: string } = {},
): Session {
  const { arn = `arn:aws:iam::${JUMP}:user/jo`, info, label } = told;
  const facts: PageFacts = {
    pageUrl: `https://${label === undefined ? '' : `${label}.`}us-east-1.${told.partition ?? 'console.aws.amazon.com'}/ec2/home`,
    sessionData: JSON.stringify({ sessionARN: arn, accountId: arn.split(':')[4] }),
    signInEndpoint: undefined,
    accountInfo: info && JSON.stringify(info),
    userInfo: undefined,
  };
  const result = parseSession(facts);
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

/** A multi-session session that jo signed in to. */
export function signIn(label = `${JUMP}-base`): OpenSession {
  return open(label, sessionOf({ label, arn: `arn:aws:iam::${label.slice(0, 12)}:user/jo` }));
}

/** One that jo switched to. */
export function switched(account: string, role: string, label = `${account}-role`): OpenSession {
  const info = {
    loginDisplayNameUser: 'jo',
    loginDisplayNameAccount: JUMP,
    roleDisplayNameUser: role,
    roleDisplayNameAccount: account,
  };
  return open(label, sessionOf({ label, arn: `arn:aws:sts::${account}:assumed-role/${role}/jo`, info }));
}

let tabs = 0;

function open(differentiator: string, session: Session): OpenSession {
  tabs += 1;
  return { differentiator, session, tabs: [{ tabId: tabs, pageUrl: `https://${differentiator}.example/` }] };
}
