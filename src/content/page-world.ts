import { ANSWER_EVENT, type PageQuestion, QUESTION_EVENT } from './page-messages.ts';

/**
 * The one script of Hatrack that runs in the page's own world, for the two things that only that world has
 * (console-contract §3.2). It answers with what any script of the page can read anyway, acts on nothing, and knows
 * nothing of the configuration.
 */

const WAIT_FOR_TOKEN_MS = 8000;
const TOKEN_CHECK_MS = 100;

// Kept from before the page's first script, which may replace any of them.
const { parse, stringify } = JSON;
const Message = CustomEvent;
const dispatch = document.dispatchEvent.bind(document);

document.addEventListener(QUESTION_EVENT, (event) => {
  if (!(event instanceof Message) || typeof event.detail !== 'string') return;
  const question: PageQuestion = parse(event.detail);
  void answer(question);
});

async function answer({ id, ask }: PageQuestion): Promise<void> {
  const value = ask === 'token' ? await token() : accountInfo();
  dispatch(new Message(ANSWER_EVENT, { detail: stringify({ id, value }) }));
}

/** What the navigation bar shows about the session; old builds have no such object. */
function accountInfo(): string | undefined {
  try {
    const { loginDisplayNameUser, loginDisplayNameAccount, roleDisplayNameUser, roleDisplayNameAccount } =
      window.ConsoleNavService?.AccountInfo ?? {};
    return stringify({ loginDisplayNameUser, loginDisplayNameAccount, roleDisplayNameUser, roleDisplayNameAccount });
  } catch {
    // A getter of the page's failed: the fact is absent, and the next source is asked.
    return undefined;
  }
}

/** The csrf token, which the console mints late (AESR #246). */
async function token(): Promise<string | undefined> {
  for (let waited = 0; waited <= WAIT_FOR_TOKEN_MS; waited += TOKEN_CHECK_MS) {
    const text = await tokenNow();
    if (text !== undefined) return text;
    await new Promise((resolve) => setTimeout(resolve, TOKEN_CHECK_MS));
  }
  return undefined;
}

async function tokenNow(): Promise<string | undefined> {
  try {
    return tokenText(await window.AWSC?.Auth?.getMbtc?.());
  } catch {
    // Called too early it throws: asked again until the time is up.
    return undefined;
  }
}

/** Seen so far: string, number, bigint, boxed string, Promise of one, array of one (console-contract §3.2). */
function tokenText(value: unknown): string | undefined {
  const inner: unknown = Array.isArray(value) ? value[0] : value;
  const isText = typeof inner === 'string' || inner instanceof String;
  const isNumber = typeof inner === 'number' || typeof inner === 'bigint' || inner instanceof Number;
  const text = isText || isNumber ? String(inner) : '';
  return text === '' || text === 'NaN' ? undefined : text;
}

declare global {
  interface Window {
    ConsoleNavService?: { AccountInfo?: Record<string, unknown> };
    AWSC?: { Auth?: { getMbtc?: () => unknown } };
  }
}
