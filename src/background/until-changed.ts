import { onPolicyChange } from '../browser/managed-store.ts';
import { onItemChange, type StoredItem } from '../browser/stored-item.ts';

/** What was read, and whether it may be answered with once more. */
export interface Reading<Value> {
  readonly value: Value;
  readonly isLasting: boolean;
}

/**
 * Reads once, and answers from that until one of the items or the policy may have changed; kept only as long as the
 * worker lives. The browser tells of a change before it answers whoever made it, so nobody who has seen a change is
 * answered from before it. To be called while the worker starts: it listens for the changes.
 */
export function readUntilChanged<Value>(
  items: readonly StoredItem<unknown>[],
  read: () => Promise<Reading<Value>>,
): () => Promise<Value> {
  let last: Promise<Reading<Value>> | undefined;
  const forget = () => {
    last = undefined;
  };
  onItemChange(items, forget);
  onPolicyChange(forget);
  return async () => {
    const reading = last ?? read();
    last = reading;
    try {
      const { value, isLasting } = await reading;
      if (!isLasting && last === reading) forget();
      return value;
    } catch (error) {
      if (last === reading) forget();
      throw error;
    }
  };
}
