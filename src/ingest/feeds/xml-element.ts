import type { Attributes } from './xml-tag.ts';

/** An element of a document that was read. */
export interface XmlElement {
  /**
   * Its name in lower case, with the customary prefix of its namespace, whatever prefix the document uses:
   * `atom:entry`, `dc:creator`, `content:encoded`; names of RSS, and those in no namespace, have none.
   */
  readonly name: string;
  /** Its name as written, without prefix. */
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (XmlElement | string)[];
  /** What `xml:base` makes relative addresses in it relative to; null where there is none. */
  readonly base: string | null;
  /** True where the document ended inside it. */
  readonly isCut: boolean;
}

/** The children that are elements of one of these names, in document order. */
export function childrenOf(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent.children) {
    if (typeof child !== 'string' && names.includes(child.name)) found.push(child);
  }
  return found;
}

/** The first child element of a name. */
export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  for (const child of parent.children) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** All text in an element, that of its descendants included, as written. */
export function rawTextOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children)
    text += typeof child === 'string' ? child : rawTextOf(child);
  return text;
}

/** All text in an element without space around it; undefined where there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return (element && rawTextOf(element).trim()) || undefined;
}

/** The text of the first child of one of these names that has text; earlier names go before. */
export function childText(parent: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of parent.children) {
      const text = typeof child !== 'string' && child.name === name ? textOf(child) : undefined;
      if (text !== undefined) return text;
    }
  }
  return undefined;
}
