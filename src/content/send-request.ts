import { partitionOfConsoleHost } from '../core/console/partition.ts';
import { parseSwitchAnswer, type SwitchAnswer } from '../core/console/switch-answer.ts';
import { parseSessionRequest } from '../core/sessions/session-request.ts';

const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Sends the multi-session request that the background has made, from this page: from a content script it has the page's
 * origin and cookies, which the sign-in host asks for (console-contract §5). Never rejects.
 */
export async function sendRequest(input: unknown): Promise<SwitchAnswer> {
  const partition = partitionOfConsoleHost(location.hostname);
  const request = partition && parseSessionRequest(input, partition);
  if (!request) return { kind: 'failed', reason: 'unexpected-answer' };
  try {
    const response = await fetch(request.url, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json', 'X-CSRF-PROTECTION': '1' },
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return parseSwitchAnswer(response.status, await response.text(), partition);
  } catch {
    // fetch tells no more than that there was no answer.
    return { kind: 'failed', reason: 'network' };
  }
}
