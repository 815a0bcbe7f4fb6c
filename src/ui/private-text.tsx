interface PrivateTextProps {
  readonly class?: string;
  readonly children: string;
}

/**
 * Text that is drawn as generated content (see `.private` in theme.css): the page around a menu can't find it.
 * A page's `window.find`, its selection and its clipboard reach the text nodes even of a closed shadow root, in Chromium
 * 156 and in Firefox 153; generated content they don't. What it says must be in an `aria-label` around it.
 */
export function PrivateText({ class: className = '', children }: PrivateTextProps) {
  return <span class={`private ${className}`.trimEnd()} data-text={children} aria-hidden="true" />;
}
