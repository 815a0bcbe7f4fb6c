/**
 * Runs in the page (and travels as text): waits until the document, or a shadow root of it, looks as it will stay, and
 * stops its carets from blinking.
 */
export async function settle(root?: ShadowRoot): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((done) => addEventListener('load', done, { once: true })); // its frames too
  }
  const scope = root ?? document;
  for (const field of scope.querySelectorAll<HTMLElement>('input, textarea')) field.style.caretColor = 'transparent';
  await document.fonts.ready;
  await Promise.all(Array.from(scope.querySelectorAll('img'), (image) => image.decode()));
  // The editor's drawn caret would blink for ever.
  const ends = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
  for (const animation of document.getAnimations()) {
    if (ends(animation)) await animation.finished;
    else animation.cancel();
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
