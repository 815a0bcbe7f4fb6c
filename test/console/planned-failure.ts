import type { OutgoingHttpHeaders } from 'node:http';
import type { FailureKind } from './context.ts';
import { type Answer, html, json } from './http.ts';

/** The answer to a multi-session switch that a test wants to fail. */
export function plannedFailure(kind: FailureKind, headers: OutgoingHttpHeaders): Answer {
  const failure = `${kind}, as failNext asked`;
  switch (kind) {
    case 'drop':
      return { status: 0, drop: true, failure };
    case 'page':
      return { ...html('<h1>Internal server error</h1>', headers, 500), failure };
    case 'foreign-destination':
      return { ...json({ destination: 'https://console.aws.amazon.com.evil.example/' }, headers), failure };
    default:
      return { ...json({ errorCode: 'FAILED' }, headers, kind), failure };
  }
}
