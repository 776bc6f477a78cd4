import { absolute } from './address.ts';
import type { XmlElement } from './xml-element.ts';
import { type Namespaces, NO_NAMESPACES, namespacesIn, resolvedName } from './xml-namespaces.ts';
import { readXml } from './xml-reader.ts';
import type { Attributes, Tag } from './xml-tag.ts';

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
  readonly written: string;
  readonly namespaces: Namespaces;
  isCut: boolean;
}

/** Elements nested deeper leave their text to the one that holds them. */
const DEEPEST = 200;
/** Where a document has more elements, the rest is not read, as if it had been cut there. */
const MOST_ELEMENTS = 500_000;

const ROOT = /^(?:\w+:)?(?:rss|feed|rdf|entry)$/i;
// HTML pasted into a feed without escaping: these are never closed there.
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input']);

const WHOLE_ENTRIES = new Set(['item', 'atom:entry']);
// What holds text alone in a feed; where the next field begins in it, its end tag was forgotten or misspelt.
const TEXT_FIELDS = new Set(
  `title link guid pubdate author category comments atom:title atom:id atom:link atom:updated
  atom:published atom:issued atom:modified dc:creator dc:date dc:title dc:subject`.split(/\s+/),
);
const FIELDS = new Set([
  ...TEXT_FIELDS,
  ...`item channel description content:encoded enclosure source image atom:entry atom:summary
  atom:content atom:author`.split(/\s+/),
]);

/**
 * Reads a document into elements, with the recovery that feeds need: an end tag closes whatever was left open
 * inside it, one that matches nothing is passed over, and an entry never begins inside another. `url` is what
 * relative addresses are relative to where the document says nothing.
 */
export function xmlTree(xml: string, url: string | null): XmlElement {
  const document = grow('', NO_NAMESPACES, new Map(), null);
  const open: Growing[] = [document];
  let elements = 0;
  let tooDeep = 0;
  let hasRoot = false;

  const top = (): Growing => open.at(-1) ?? document;

  /** Closes the elements from the stack's place `from` on. */
  function closeFrom(from: number): void {
    if (from > 0) open.length = from;
  }

  /** Makes good for end tags that are missing before an element of this name. */
  function recover(name: string): void {
    if (WHOLE_ENTRIES.has(name)) {
      const before = open.findLastIndex((element) => element.name === name);
      const inContent = open.findLastIndex((element) => element.name === 'atom:content');
      if (before > inContent) closeFrom(before);
    }
    if (FIELDS.has(name) && TEXT_FIELDS.has(top().name)) closeFrom(open.length - 1);
  }

  function opened(tag: Tag): boolean {
    elements += 1;
    if (elements > MOST_ELEMENTS) return false;
    const isRoot = !hasRoot && ROOT.test(tag.name);
    hasRoot ||= isRoot;
    const outer = top();
    const namespaces =
      tag.attributes.size === 0 && !isRoot
        ? outer.namespaces
        : namespacesIn(outer.namespaces, tag.attributes, isRoot, tag.name);
    const name = resolvedName(namespaces, tag.name);
    recover(name);
    const isVoid = tag.isEmpty || VOID.has(name.replace(/^xhtml:/, ''));
    if (open.length > DEEPEST) {
      if (!isVoid) tooDeep += 1;
      return true;
    }
    const parent = top();
    const given = tag.attributes.get('xml:base');
    const resolved = given === undefined ? undefined : absolute(given, parent.base ?? url);
    const base = resolved ?? parent.base;
    const element = grow(name, namespaces, tag.attributes, base, tag.name);
    parent.children.push(element);
    if (!isVoid) open.push(element);
    return true;
  }

  function closed(written: string): void {
    const name = resolvedName(top().namespaces, written);
    if (tooDeep > 0 && !FIELDS.has(name)) {
      tooDeep -= 1;
      return;
    }
    const matching = open.findLastIndex(
      (element) => element.written === written || element.name === name,
    );
    if (matching > 0) tooDeep = 0;
    closeFrom(matching);
  }

  readXml(xml, {
    open: opened,
    close: closed,
    text(text) {
      const { children } = top();
      const last = children.length - 1;
      const before = children[last];
      if (typeof before === 'string') children[last] = before + text;
      else children.push(text);
    },
  });
  for (const element of open) element.isCut = element !== document || elements > MOST_ELEMENTS;
  return document;
}

function grow(
  name: string,
  namespaces: Namespaces,
  attributes: Attributes,
  base: string | null,
  written = name,
): Growing {
  const tag = written.slice(written.indexOf(':') + 1);
  return { name, written, tag, attributes, children: [], base, namespaces, isCut: false };
}
