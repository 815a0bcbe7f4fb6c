/** Packs a text into plain ASCII (deflate-raw, then base64): what storage.sync charges one byte a character for. */
export async function pack(text: string): Promise<string> {
  const compressed = await pipe(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of compressed) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Unpacks what `pack` made; rejects when it is damaged. */
export async function unpack(packed: string): Promise<string> {
  const compressed = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const bytes = await pipe(compressed, new DecompressionStream('deflate-raw'));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The start of the text's SHA-256, in hex: enough to notice damage and mixed generations. */
export async function checksumOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer());
}
