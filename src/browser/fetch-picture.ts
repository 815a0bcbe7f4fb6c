import { isPicture } from '../core/saved/pictures.ts';

const TIMEOUT_MS = 10_000;

/**
 * A picture as a data: URL; undefined where it is not to be had, is no picture, or is too large to keep.
 * Sends no cookies and no referrer.
 */
export async function fetchPicture(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return undefined;
    const dataUrl = await toDataUrl(await response.blob());
    return isPicture(dataUrl) ? dataUrl : undefined;
  } catch (error) {
    console.warn('Hatrack: a picture could not be fetched.', error);
    return undefined;
  }
}

async function toDataUrl(blob: Blob): Promise<string> {
  let binary = '';
  for (const byte of new Uint8Array(await blob.arrayBuffer())) binary += String.fromCharCode(byte);
  return `data:${blob.type};base64,${btoa(binary)}`;
}
