import type { OpenSession } from './open-session.ts';

/** The page that ends one session and no other (console-contract §5); undefined where its sign-in host is not AWS's. */
export function signOutUrl({ differentiator, session }: OpenSession): string | undefined {
  const { signInHost } = session;
  return signInHost && `https://${signInHost}/sessions/${encodeURIComponent(differentiator)}/v1/logout`;
}
