import { useEffect, useState } from 'preact/hooks';
import { watchAllLayers } from '../browser/all-layers.ts';
import type { AccessSource } from '../core/access/access-kit.ts';
import { profilesOf } from '../core/access/profiles-of.ts';
import { readLayers } from '../core/config/read-layers.ts';

/** The texts as they are saved, read, and read again after every change; undefined until they have been read. */
export function useAccessSource(): AccessSource | undefined {
  const [source, setSource] = useState<AccessSource>();
  useEffect(() => {
    const watching = new AbortController();
    watchAllLayers(
      (layers) => setSource({ config: readLayers(layers), profileOf: profilesOf(layers) }),
      watching.signal,
    );
    return () => watching.abort();
  }, []);
  return source;
}
