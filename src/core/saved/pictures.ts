/** The largest picture that is kept, as the length of its data: URL in characters. */
export const PICTURE_LIMIT = 100_000;

/** Takes what storage holds; anything that is not a small data: picture is left out. */
export function parsePictures(data: unknown): Readonly<Record<string, string>> {
  if (typeof data !== 'object' || data === null) return {};
  const good = Object.entries(data).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && isPicture(entry[1]),
  );
  return Object.fromEntries(good);
}

/** Whether this is a data: URL of a picture, small enough to keep. */
export function isPicture(url: string): boolean {
  return url.length <= PICTURE_LIMIT && /^data:image\/[a-z0-9.+-]+[;,]/i.test(url);
}
