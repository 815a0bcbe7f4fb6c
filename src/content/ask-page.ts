import { ANSWER_EVENT, type PageQuestion, QUESTION_EVENT } from './page-messages.ts';

/** Longer than the page's world waits for a late token. */
const TOKEN_TIMEOUT_MS = 9000;
/** Account info is there or it is not; only a page without our script leaves this unanswered. */
const INFO_TIMEOUT_MS = 500;

/** JSON of `ConsoleNavService.AccountInfo`; undefined where the page has none. Hostile input. */
export function askAccountInfo(): Promise<string | undefined> {
  return ask('account-info', INFO_TIMEOUT_MS);
}

/** The page's csrf token; undefined where it is not to be had. A wrong one only makes the sign-in host refuse. */
export function askToken(): Promise<string | undefined> {
  return ask('token', TOKEN_TIMEOUT_MS);
}

function ask(what: PageQuestion['ask'], timeoutMs: number): Promise<string | undefined> {
  const question: PageQuestion = { id: crypto.randomUUID(), ask: what };
  return new Promise((resolve) => {
    const done = new AbortController();
    const finish = (value: string | undefined) => {
      done.abort();
      clearTimeout(timer);
      resolve(value);
    };
    const timer = setTimeout(() => finish(undefined), timeoutMs);
    const onAnswer = (event: Event) => {
      const value = answerTo(question.id, event);
      if (value) finish(value.text);
    };
    document.addEventListener(ANSWER_EVENT, onAnswer, { signal: done.signal });
    document.dispatchEvent(new CustomEvent(QUESTION_EVENT, { detail: JSON.stringify(question) }));
  });
}

/** The answer if the event is one to this question; anybody in the page can send such events. */
function answerTo(id: string, event: Event): { text: string | undefined } | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (typeof detail !== 'string') return undefined;
  try {
    const answer: unknown = JSON.parse(detail);
    if (typeof answer !== 'object' || answer === null || !('id' in answer) || answer.id !== id) return undefined;
    return { text: 'value' in answer && typeof answer.value === 'string' ? answer.value : undefined };
  } catch {
    // Not ours: a page's own event of the same name.
    return undefined;
  }
}
