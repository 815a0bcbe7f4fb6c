/** Chromium's ids: sixteen bytes, each half of a byte as a letter from a to p. */
const CHROMIUM = /^[a-p]{32}$/;
/** Firefox's ids (its schema `ExtensionID`): a UUID in braces, or the form of an e-mail address. */
const FIREFOX = /^(?:\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}|[\w.-]*@[\w.-]+)$/i;
const FIREFOX_LENGTH = 80;

/** The id of another extension as a browser tells it, or undefined. Ids are compared as they are written. */
export function parseExtensionId(input: unknown): string | undefined {
  if (typeof input !== 'string') return undefined;
  const isId = CHROMIUM.test(input) || (input.length <= FIREFOX_LENGTH && FIREFOX.test(input));
  return isId ? input : undefined;
}
