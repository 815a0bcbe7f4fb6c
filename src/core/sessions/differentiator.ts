/** The label that names one session of several: account, dash, letters and digits (console-contract §1). */
const DIFFERENTIATOR = /^\d{12}-[a-z0-9-]{1,50}$/;

/** The label if it is one, from a host, a page or a message: it becomes part of hosts and of paths. */
export function parseDifferentiator(value: unknown): string | undefined {
  return typeof value === 'string' && DIFFERENTIATOR.test(value) ? value : undefined;
}
