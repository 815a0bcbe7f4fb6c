import { fromBase91, toBase91 } from '../core/saved/base91.ts';

/** The largest text that is unpacked, in bytes: a few thousand times more than any replica honestly holds. */
const UNPACKED_LIMIT = 32 * 1024 * 1024;

/** Packs a text into plain ASCII (deflate-raw, then base64), about a quarter of its length. */
export async function pack(text: string): Promise<string> {
  const compressed = await deflate(text);
  let binary = '';
  for (const byte of compressed) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Unpacks what `pack` made; rejects when it is damaged. */
export async function unpack(packed: string): Promise<string> {
  return inflate(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
}

/** Packs as tight as storage.sync allows: each character is charged as one byte there, in both browsers. */
export async function packTight(text: string): Promise<string> {
  return toBase91(await deflate(text));
}

/** Unpacks what `packTight` made; rejects when it is damaged. */
export async function unpackTight(packed: string): Promise<string> {
  return inflate(fromBase91(packed));
}

/** The start of the text's SHA-256, in hex: enough to notice damage and mixed generations. */
export async function checksumOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function deflate(text: string): Promise<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // Whole, and not by a stream in pieces: of a long text that takes a fifth less time. What fails, the reader is told.
  writer.write(new TextEncoder().encode(text)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

/** Stops where the text grows too long: a few bytes from elsewhere may unpack to gigabytes. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > UNPACKED_LIMIT) {
      await reader.cancel();
      throw new RangeError('The packed text is too long.');
    }
    parts.push(part.value);
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await new Blob(parts).arrayBuffer());
}
