/** A page that has neither left nor said no after this long has dropped the form. */
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Posts a form as a top-level navigation of this page, from within a closed shadow root so that the page's scripts don't
 * see it. The page's own `form-action` applies (console-contract §10): Chromium only reports the violation, Firefox 153
 * throws as well.
 */
export function submitForm(
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<'leaving' | 'blocked' | 'no-answer'> {
  // No name of our own: a page may define one as a custom element, and its class reaches even a closed root.
  const host = document.createElement('div');
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.target = '_top';
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  host.attachShadow({ mode: 'closed' }).append(form);

  return new Promise((resolve) => {
    const done = new AbortController();
    const finish = (result: 'leaving' | 'blocked' | 'no-answer') => {
      done.abort();
      clearTimeout(timer);
      host.remove();
      resolve(result);
    };
    const timer = setTimeout(() => finish('no-answer'), ANSWER_TIMEOUT_MS);
    const onViolation = (event: SecurityPolicyViolationEvent) => {
      if (event.isTrusted && event.effectiveDirective === 'form-action') finish('blocked');
    };
    addEventListener('pagehide', () => finish('leaving'), { signal: done.signal });
    document.addEventListener('securitypolicyviolation', onViolation, { signal: done.signal });
    document.documentElement.append(host);
    try {
      form.submit();
    } catch {
      // Firefox, where the page's policy forbids it.
      finish('blocked');
    }
  });
}
