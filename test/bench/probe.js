// What the bench puts before the extension's own scripts, in a copy of the built extension: it tells when something
// has been painted, as measures on the page's own timeline, which all its worlds share. It sees a closed shadow root
// because the content script's own `attachShadow` goes through here.
(() => {
  /** When the user's last click was; 0 is the start of the page's navigation. */
  let clickedAt = 0;
  let isShown = false;
  /**
   * When the last key was whose list has not changed yet.
   * @type {number | undefined}
   */
  let keyAt;

  /**
   * Measures from there to the end of the next frame.
   * @param {string} name
   * @param {number} start
   */
  const measureFrame = (name, start) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.measure(name, { start, end: performance.now() });
    // The message comes after the frame has been painted.
    requestAnimationFrame(() => port2.postMessage(undefined));
  };

  /** @param {Document | ShadowRoot} root */
  const watch = (root) => {
    const look = () => {
      const isSearchable = root.isConnected && root.activeElement?.localName === 'input';
      if (isShown || !isSearchable || root.querySelector('[role=option]') === null) return;
      isShown = true;
      measureFrame('bench:list', clickedAt);
    };
    const onChange = (/** @type {MutationRecord[]} */ records) => {
      look();
      if (keyAt === undefined || !records.some(isOfList)) return;
      measureFrame('bench:filtered', keyAt);
      keyAt = undefined;
    };
    new MutationObserver(onChange).observe(root, { subtree: true, childList: true, attributes: true });
    root.addEventListener('focusin', look);
  };

  const isOfList = (/** @type {MutationRecord} */ { target }) =>
    target instanceof Element && target.closest('[role=listbox]') !== null;

  const onClick = (/** @type {MouseEvent} */ { timeStamp }) => {
    clickedAt = timeStamp;
    isShown = false;
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ { timeStamp }) => {
    keyAt = timeStamp;
    measureFrame('bench:frame', timeStamp);
  };
  addEventListener('click', onClick, true);
  addEventListener('keydown', onKeyDown, true);

  if (location.protocol === 'chrome-extension:') {
    watch(document);
    return;
  }
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };
})();
