/**
 * Makes an element whose content the page can neither read nor reach: a closed shadow root with its own styles.
 * Constructed style sheets are not governed by the page's `style-src` (console-contract §10).
 */
export function closedHost(name: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  // Left over from before an update of the extension: its script is dead, its button would do nothing.
  for (const stale of document.querySelectorAll(name)) stale.remove();
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyles(root, css);
  return { host, root };
}

/** In place of those that it has had. */
export function adoptStyles(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
