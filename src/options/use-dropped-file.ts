import { useEffect, useRef } from 'preact/hooks';
import type { ImportSource } from './import-dialog.tsx';

/** Takes a file that is dropped anywhere on the page; without this the browser would leave the page for the file. */
export function useDroppedFile(onFile: (source: ImportSource) => void): void {
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void file.text().then((text) => latest.current({ text, fileName: file.name }));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
