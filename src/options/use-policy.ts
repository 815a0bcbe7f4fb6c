import { useEffect, useState } from 'preact/hooks';
import { onPolicyChange, readCheckedPolicy } from '../browser/managed-store.ts';
import { type CheckedPolicy, checkPolicy } from '../core/team/policy.ts';

const NO_POLICY = checkPolicy(undefined);

/** The organisation's policy, kept up to date; none until it has been read. */
export function usePolicy(): CheckedPolicy {
  const [checked, setChecked] = useState(NO_POLICY);
  useEffect(() => {
    const watching = new AbortController();
    const read = () => void readCheckedPolicy().then(setChecked);
    onPolicyChange(read, watching.signal);
    read();
    return () => watching.abort();
  }, []);
  return checked;
}
