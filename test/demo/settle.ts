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
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
