import { textOf } from './fact-values.ts';
import { type Sourced, sourced } from './sourced.ts';

const DIFFERENTIATOR = /^\d{12}-[a-z0-9-]+$/;

/**
 * The label that names this session of several: from the browser's own URL where it stands there, else from the page's
 * word (console-contract §1, §3.1). Undefined without multi-session.
 */
export function findDifferentiator(meta: Record<string, unknown>, host: string): Sourced<string> | undefined {
  const [label = ''] = host.split('.');
  if (DIFFERENTIATOR.test(label)) return { value: label, source: 'host-name' };
  const isOn = meta.prismModeEnabled === true || meta.prismModeEnabled === 'true';
  const named = textOf(meta.sessionDifferentiator);
  return isOn && named !== undefined && DIFFERENTIATOR.test(named) ? sourced('session-data', named) : undefined;
}
