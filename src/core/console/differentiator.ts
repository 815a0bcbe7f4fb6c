import { textOf } from './fact-values.ts';
import { type Sourced, sourced } from './sourced.ts';

/** Account, dash, letters and digits (console-contract §1); one label of a host's name has at most 63. */
const DIFFERENTIATOR = /^\d{12}-[a-z0-9-]{1,50}$/;

/** The label if it is one, from a host, a page or a message: it becomes part of hosts and of paths. */
export function parseDifferentiator(value: unknown): string | undefined {
  return typeof value === 'string' && DIFFERENTIATOR.test(value) ? value : undefined;
}

/** The label in front of a console's host, where there is one. */
export function labelOfHost(host: string): string | undefined {
  return parseDifferentiator(host.split('.', 1)[0]);
}

/**
 * The label that names this session of several: from the browser's own URL where it stands there, else from the page's
 * word (console-contract §1, §3.1). Undefined without multi-session.
 */
export function findDifferentiator(meta: Record<string, unknown>, host: string): Sourced<string> | undefined {
  const label = labelOfHost(host);
  if (label !== undefined) return { value: label, source: 'host-name' };
  const isOn = meta.prismModeEnabled === true || meta.prismModeEnabled === 'true';
  const named = isOn ? parseDifferentiator(textOf(meta.sessionDifferentiator)) : undefined;
  return named === undefined ? undefined : sourced('session-data', named);
}
