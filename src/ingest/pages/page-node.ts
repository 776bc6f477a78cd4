/** The little that is asked of a parsed page's nodes. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** The little that is asked of a parsed page's elements. */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentNode: PageElement | null;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): Iterable<PageElement>;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
  removeAttribute(name: string): void;
  replaceWith(...nodes: readonly PageNode[]): void;
}

/** Text on one line, without the space around it; undefined where nothing is left. */
export function oneLine(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}
