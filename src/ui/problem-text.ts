import type { Problem, ProblemCode } from '../core/config/problem.ts';
import { ownerText } from './origin-text.ts';
import type { MessageKey, Translate } from './translation.ts';

type Snake<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : Text;

/** The sentence of a problem in the user's language. Names of messages can't hold a dash. */
export function problemSentence({ code, values }: Problem, t: Translate): string {
  if (code === 'unknown-key' && values.length === 1) return t('problem_unknown_key_alone', ...values);
  const key: MessageKey = `problem_${code.replaceAll('-', '_') as Snake<ProblemCode>}`;
  if (code !== 'name-taken' && code !== 'not-overridable') return t(key, ...values);
  const [what = '', kind = '', name = ''] = values;
  return t(key, what, ownerText(kind, name, t));
}
