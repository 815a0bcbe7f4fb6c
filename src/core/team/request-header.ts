/** The one header that the user may have sent to a private server. It stays on this device. */
export interface RequestHeader {
  readonly name: string;
  readonly value: string;
}

export type HeaderProblem = 'teamHeaderName' | 'teamHeaderForbidden' | 'teamHeaderValue';

const NAME_LIMIT = 100;
const VALUE_LIMIT = 4096;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i;
/** Visible ASCII and blanks between: what every server takes. */
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Those that the Fetch standard forbids, and those that Hatrack sets or that would change what comes back. */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-.*|connection|content-.*|cookie2?|date|dnt|expect|host|if-.*|keep-alive|origin|range|referer|set-cookie2?|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*|x-http-method(?:-override)?|x-method-override)$/i;

/** The header as it is sent, or the sentence that says what is wrong; undefined where both fields are empty. */
export function parseRequestHeader(
  nameInput: unknown,
  valueInput: unknown,
): { readonly header: RequestHeader | undefined; readonly problem?: HeaderProblem } {
  const name = typeof nameInput === 'string' ? nameInput.trim() : '';
  const value = typeof valueInput === 'string' ? valueInput.trim() : '';
  if (name === '' && value === '') return { header: undefined };
  if (name.length > NAME_LIMIT || !TOKEN.test(name)) return { header: undefined, problem: 'teamHeaderName' };
  if (FORBIDDEN.test(name)) return { header: undefined, problem: 'teamHeaderForbidden' };
  if (value.length > VALUE_LIMIT || !VALUE.test(value)) return { header: undefined, problem: 'teamHeaderValue' };
  return { header: { name, value } };
}
