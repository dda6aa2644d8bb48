/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

export type Child = Node | string | number | undefined | false;

export interface Properties {
  readonly class?: string;
  readonly title?: string;
  readonly href?: string;
  readonly type?: string;
  readonly role?: string;
  readonly tabIndex?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Set on the element's style, one by one: a style attribute is what the page's policy forbids. */
  readonly style?: Readonly<Record<string, string>>;
  readonly onClick?: (event: MouseEvent) => void;
}

/** Makes an element. Texts become text nodes: nothing of what programs send is ever read as markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  apply(made, properties);
  append(made, children);
  return made;
}

/** Makes an element of a picture. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: Child[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  append(made, children);
  return made;
}

export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

function apply(element: HTMLElement, properties: Properties): void {
  const { class: className, title, href, type, role, tabIndex, attributes, style, onClick } = properties;
  if (className !== undefined) element.className = className;
  if (title !== undefined) element.title = title;
  if (href !== undefined) element.setAttribute('href', href);
  if (type !== undefined) element.setAttribute('type', type);
  if (role !== undefined) element.setAttribute('role', role);
  if (tabIndex !== undefined) element.tabIndex = tabIndex;
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  for (const [name, value] of Object.entries(style ?? {})) element.style.setProperty(name, value);
  if (onClick) element.addEventListener('click', onClick);
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children)
    if (child !== undefined && child !== false) parent.append(child instanceof Node ? child : String(child));
}

/** The colour of a service: the same wherever it is shown. */
export function serviceColor(service: string): string {
  let hash = 0;
  for (const character of service) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `var(--service-${hash % 8})`;
}

export function serviceDot(service: string): HTMLElement {
  return el('i', { class: 'dot', style: { '--color': serviceColor(service) } });
}
