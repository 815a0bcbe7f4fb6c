import type { SafetyMark } from '../core/marks/safety-mark.ts';
import { markedTitle, titlePrefix } from '../core/marks/tab-title.ts';

/** What stands before the title now. */
let prefix = '';
let observer: MutationObserver | undefined;

/** Puts the mark before the tab's title and keeps it there; undefined takes it away. Watches the title alone. */
export function markTitle(mark: SafetyMark | undefined, signal: AbortSignal): void {
  const before = prefix;
  prefix = mark ? titlePrefix(mark) : '';
  if (before !== prefix) setTitle(before);
  observer?.disconnect();
  observer = undefined;
  if (prefix === '') return;
  observer = new MutationObserver(() => {
    watchTitle();
    setTitle(prefix);
  });
  watchTitle();
  signal.addEventListener('abort', () => observer?.disconnect());
}

/** A page may get its title late, or another element for it: so what the head has is watched as well. */
function watchTitle(): void {
  observer?.disconnect();
  observer?.observe(document.head ?? document.documentElement, { childList: true });
  const title = document.querySelector('title');
  if (title) observer?.observe(title, { childList: true, characterData: true, subtree: true });
}

function setTitle(before: string): void {
  const title = markedTitle(document.title, prefix, before);
  if (document.title !== title) document.title = title;
}

const SIZE = 32;

/** Shows the mark's colour as the tab's icon; undefined takes it away. Nothing is fetched for it. */
export function markIcon(mark: SafetyMark | undefined): void {
  document.querySelector('link[data-hatrack]')?.remove();
  if (!mark) return;
  const link = document.createElement('link');
  link.rel = 'icon';
  link.dataset.hatrack = '';
  link.href = drawIcon(mark);
  (document.head ?? document.documentElement).append(link);
}

/** A tile of the colour; that of production has stripes, which are seen without any. */
function drawIcon({ color, ink, isProduction }: SafetyMark): string {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = `#${color}`;
  context.roundRect(0, 0, SIZE, SIZE, 7);
  context.fill();
  if (isProduction) {
    context.clip();
    context.strokeStyle = ink;
    context.lineWidth = 5;
    for (let from = -SIZE; from < SIZE; from += 14) {
      context.beginPath();
      context.moveTo(from, SIZE);
      context.lineTo(from + SIZE, 0);
      context.stroke();
    }
  }
  return canvas.toDataURL('image/png');
}
