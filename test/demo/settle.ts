/**
 * Runs in the page: waits until the document, or a shadow root of it, looks as it will stay, and stops its carets from
 * blinking. It travels as text, so it must name no function of its own: esbuild would mark it by one of its own.
 */
export async function settle(root?: ShadowRoot): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((done) => addEventListener('load', done, { once: true })); // its frames too
  }
  const scope = root ?? document;
  for (const field of scope.querySelectorAll<HTMLElement>('input, textarea')) field.style.caretColor = 'transparent';
  await document.fonts.ready;
  await Promise.all(Array.from(scope.querySelectorAll<HTMLImageElement>('img[src]'), (image) => image.decode()));
  for (const animation of document.getAnimations()) {
    // The editor's drawn caret would blink for ever.
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel();
    // One that is cut short has come to rest as well.
    else await animation.finished.catch(() => undefined);
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
