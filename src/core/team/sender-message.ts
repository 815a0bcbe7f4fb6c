/**
 * What a config sender says, as AWS Extend Switch Roles takes it: `{ action: 'updateConfig', dataType: 'ini', data }`.
 * Undefined for any other message: it is not meant for this.
 */
export function parseSenderMessage(message: unknown): { readonly text: string | undefined } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { action, dataType, data } = message as { action?: unknown; dataType?: unknown; data?: unknown };
  if (action !== 'updateConfig') return undefined;
  return { text: dataType === 'ini' && typeof data === 'string' && data !== '' ? data : undefined };
}

/** What a config sender is told; no more, whoever asks. */
export type SenderAnswer =
  | { readonly result: 'success' }
  | { readonly result: 'failure'; readonly error: { readonly message: string } };
