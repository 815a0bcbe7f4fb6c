import type { PolicyProblem, PolicyProblemCode } from '../core/team/policy-problem.ts';
import type { MessageKey, Translate } from './translation.ts';

const SENTENCES = {
  'not-an-object': 'policyNotAnObject',
  'unknown-name': 'policyUnknownName',
  'not-text': 'policyNotText',
  'text-too-large': 'policyTextTooLarge',
  'secrets-removed': 'policySecretsRemoved',
  'not-https-url': 'policyNotHttpsUrl',
  'url-with-credentials': 'policyUrlWithCredentials',
  'not-sha256': 'policyNotSha256',
  'pin-without-url': 'policyPinWithoutUrl',
  'not-ask-or-automatic': 'policyNotAskOrAutomatic',
  'not-a-list': 'policyNotAList',
  'too-many-senders': 'policyTooManySenders',
  'not-extension-id': 'policyNotExtensionId',
  'settings-not-an-object': 'policySettingsNotAnObject',
  'unknown-setting': 'policyUnknownSetting',
  'not-boolean': 'policyNotBoolean',
  'not-a-choice': 'policyNotAChoice',
} as const satisfies Record<PolicyProblemCode, MessageKey>;

/** What is wrong with a value of the policy, in the user's language. */
export function policyProblemSentence({ code, values }: PolicyProblem, t: Translate): string {
  return t(SENTENCES[code], ...values);
}
