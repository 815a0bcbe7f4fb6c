import type { SwitchAnswer } from '../console/switch-answer.ts';
import type { SwitchResult } from './history-entry.ts';

/** What a multi-session request's answer says of the switch: AWS has made it, AWS has refused it, or nobody knows. */
export function resultOfAnswer(answer: SwitchAnswer): SwitchResult {
  if (answer.kind === 'destination') return 'arrived';
  switch (answer.reason) {
    case 'not-authorised':
    case 'session-gone':
    case 'session-limit':
    case 'throttled':
      return 'refused';
    case 'network':
    case 'foreign-destination':
    case 'unexpected-answer':
      return 'failed';
  }
}
