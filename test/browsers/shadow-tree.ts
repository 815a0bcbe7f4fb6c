// The content of a shadow root as plain data, and ways to find things in it.

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ShadowNode {
  /** Local name in lower case; `#shadow-root` for the root itself. */
  tag: string;
  attributes: Record<string, string>;
  /** The element's text as rendered (innerText), with white space collapsed; of a hidden element its textContent. */
  text: string;
  /** What the user typed or chose, of elements that have a value. */
  value?: string;
  children: ShadowNode[];
  /** Viewport coordinates as painted (transforms applied); null when the element is not rendered. */
  rect: Rect | null;
  focused: boolean;
  /** Indexes of children from the root to here. */
  path: number[];
}

export interface Finder {
  tag?: string;
  /** The `role` attribute, or else the role that HTML gives the tag. */
  role?: string;
  /** Part of the text, or an expression that it matches. */
  text?: string | RegExp;
  /** Part of the accessible label: `aria-label`, `title`, `placeholder`, `alt`, or else the text. */
  name?: string | RegExp;
  /** An attribute that is there (`'hidden'`), or all of these with these values (`{ 'aria-selected': 'true' }`). */
  attribute?: string | Record<string, string | RegExp>;
  /** Only (un)focused elements. */
  focused?: boolean;
  /** Also elements that are not rendered. */
  hidden?: boolean;
}

/** Runs in the page: the tree below a shadow root. Must not use anything from this module. */
export function readShadow(root: ShadowRoot): ShadowNode {
  const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const textOfElement = (element: Element): string =>
    collapse(element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''));
  const rectOf = (element: Element): { x: number; y: number; width: number; height: number } | null => {
    const shown = element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    if (!shown) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const childrenOf = (parent: ParentNode, active: Element | null, path: number[]): ShadowNode[] =>
    Array.from(parent.children, (child, index) => read(child, active, [...path, index]));
  const read = (element: Element, active: Element | null, path: number[]): ShadowNode => {
    const inner = element.shadowRoot;
    return {
      tag: element.localName,
      attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
      text: textOfElement(element),
      ...('value' in element && typeof element.value === 'string' ? { value: element.value } : {}),
      children: inner ? childrenOf(inner, inner.activeElement, path) : childrenOf(element, active, path),
      rect: rectOf(element),
      focused: element === active,
      path,
    };
  };
  const children = childrenOf(root, root.activeElement, []);
  const text = collapse(Array.from(root.children, (child) => (rectOf(child) ? textOfElement(child) : '')).join(' '));
  return { tag: '#shadow-root', attributes: {}, text, children, rect: null, focused: false, path: [] };
}

const ROLES_OF_TAGS: Record<string, string> = {
  a: 'link',
  article: 'article',
  aside: 'complementary',
  button: 'button',
  dialog: 'dialog',
  footer: 'contentinfo',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  header: 'banner',
  img: 'img',
  li: 'listitem',
  main: 'main',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  output: 'status',
  progress: 'progressbar',
  select: 'combobox',
  table: 'table',
  textarea: 'textbox',
  ul: 'list',
};

const ROLES_OF_INPUTS: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  search: 'searchbox',
  submit: 'button',
};

export function roleOf({ tag, attributes }: ShadowNode): string | undefined {
  if (attributes.role) return attributes.role;
  if (tag === 'input') return ROLES_OF_INPUTS[attributes.type ?? 'text'] ?? 'textbox';
  return ROLES_OF_TAGS[tag];
}

export function nameOf({ attributes, text }: ShadowNode): string {
  return attributes['aria-label'] ?? (text || (attributes.placeholder ?? attributes.alt ?? attributes.title ?? ''));
}

/** The node's text; of the root, that of everything rendered in it. */
export function textOf(node: ShadowNode): string {
  return node.text;
}

/**
 * Every node that fits, in document order. With only `text` given, the innermost elements with that text
 * (their ancestors have it too).
 */
export function findAll(node: ShadowNode, finder: Finder): ShadowNode[] {
  const inner = node.children.flatMap((child) => findAll(child, finder));
  const onlyText = finder.text !== undefined && finder.tag === undefined && finder.role === undefined;
  if (onlyText && finder.name === undefined && finder.attribute === undefined && inner.length > 0) return inner;
  return node.tag !== '#shadow-root' && fits(node, finder) ? [node, ...inner] : inner;
}

export function find(node: ShadowNode, finder: Finder): ShadowNode | undefined {
  return findAll(node, finder)[0];
}

function fits(node: ShadowNode, { tag, role, text, name, attribute, focused, hidden }: Finder): boolean {
  return (
    (hidden === true || node.rect !== null) &&
    (tag === undefined || node.tag === tag) &&
    (role === undefined || roleOf(node) === role) &&
    (text === undefined || matches(node.text, text)) &&
    (name === undefined || matches(nameOf(node), name)) &&
    (focused === undefined || node.focused === focused) &&
    (attribute === undefined || hasAttributes(node.attributes, attribute))
  );
}

function hasAttributes(attributes: Record<string, string>, wanted: string | Record<string, string | RegExp>): boolean {
  if (typeof wanted === 'string') return wanted in attributes;
  return Object.entries(wanted).every(([name, value]) => {
    const actual = attributes[name];
    return actual !== undefined && (typeof value === 'string' ? actual === value : value.test(actual));
  });
}

function matches(text: string, pattern: string | RegExp): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}

/** The tree as indented lines, for messages of failing tests. */
export function printTree(node: ShadowNode, depth = 0): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const state = `${node.rect || depth === 0 ? '' : ' (not rendered)'}${node.focused ? ' (focused)' : ''}`;
  const value = node.value ? ` value=${JSON.stringify(node.value)}` : '';
  const text = node.children.length === 0 && node.text ? ` ${JSON.stringify(node.text)}` : '';
  const line = `${'  '.repeat(depth)}<${node.tag}${attributes.join('')}>${value}${text}${state}`;
  return [line, ...node.children.map((child) => printTree(child, depth + 1))].join('\n');
}
