import type { SafetyMark } from './safety-mark.ts';

const SHORT: Readonly<Record<string, string>> = {
  production: 'PROD',
  staging: 'STG',
  testing: 'TEST',
  development: 'DEV',
  sandbox: 'SBX',
};

/**
 * What stands before a tab's title. The page can read it, so it says the environment, else the account, which the page
 * knows, and never what the user calls the role.
 */
export function titlePrefix({ environment, account }: Pick<SafetyMark, 'environment' | 'account'>): string {
  const word = environment === undefined ? account : (SHORT[environment] ?? environment.toUpperCase());
  return word === '' ? '' : `[${word}] `;
}

/** The title with that prefix, and without the one that it has had. */
export function markedTitle(title: string, prefix: string, before: string): string {
  const own = before !== '' && title.startsWith(before) ? title.slice(before.length) : title;
  return prefix + own;
}
