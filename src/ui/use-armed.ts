import { useEffect, useState } from 'preact/hooks';

/** As long as browsers themselves wait before a permission can be given to a page that has just come in front. */
const READING_MS = 700;

/**
 * Whether a question may be answered with yes. One that comes unasked has to have been in front for a moment, so that a
 * click or a key which was meant for what was there before says nothing.
 */
export function useArmed(question: object, isUnasked: boolean): boolean {
  const [armed, setArmed] = useState<object>();
  useEffect(() => {
    if (!isUnasked) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(timer);
      setArmed(undefined);
      if (document.hasFocus()) timer = setTimeout(() => setArmed(question), READING_MS);
    };
    begin();
    addEventListener('focus', begin);
    addEventListener('blur', begin);
    return () => {
      clearTimeout(timer);
      removeEventListener('focus', begin);
      removeEventListener('blur', begin);
    };
  }, [question, isUnasked]);
  return !isUnasked || armed === question;
}
