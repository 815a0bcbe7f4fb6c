// The history's store as a worker loads it: the entry of a bundle that the fault loop starts again and again.
export {
  addToHistory,
  clearHistory,
  deleteFromHistory,
  readHistory,
  settleHistory,
} from '../../src/browser/history-store.ts';
