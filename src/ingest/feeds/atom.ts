import { decodeHTMLStrict } from 'entities/decode';
import { absolute } from './address.ts';
import { holdsMarkup, htmlOfText, innerHtml } from './element-html.ts';
import { type Said, withKeys } from './entry-key.ts';
import { feedDate } from './feed-date.ts';
import { relationOf } from './link-relation.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { authorName, names } from './person.ts';
import { looksLikeHtml, oneLine, plainOfEither, plainOfHtml } from './plain-text.ts';
import { refreshMinutes } from './refresh.ts';
import { withoutScripts } from './without-scripts.ts';
import { childOf, childrenOf, childText, rawTextOf, type XmlElement } from './xml-element.ts';

/** What Atom says, 0.3 and 1.0: `root` is the feed, or an entry that stands alone. */
export function readAtom(root: XmlElement, url: string | null): ParsedFeed {
  const isEntry = root.name === 'atom:entry';
  const entries = isEntry ? [root] : childrenOf(root, 'atom:entry');
  const authors = isEntry ? null : authorsOf(root);
  return {
    title: isEntry ? null : titleOf(root),
    link: isEntry ? null : (linkOf(root, url) ?? null),
    language: root.attributes.get('xml:lang') ?? childText(root, 'dc:language') ?? null,
    refreshMinutes: refreshMinutes(root),
    isCut: root.isCut,
    entries: withKeys(
      entries.filter(({ isCut }) => !isCut).map((entry) => entryOf(entry, authors, url)),
    ),
  };
}

function entryOf(entry: XmlElement, authors: string | null, url: string | null): Said {
  const source = childOf(entry, 'atom:source');
  const group = childOf(entry, 'media:group');
  return {
    id: childText(entry, 'atom:id', 'guid', 'id') ?? null,
    title: titleOf(entry),
    link: linkOf(entry, url) ?? null,
    author: authorsOf(entry) ?? (source && authorsOf(source)) ?? authors,
    published: lastDate(entry, PUBLISHED),
    updated: lastDate(entry, UPDATED),
    summary: firstHtml(entry, SUMMARY) ?? (group ? firstHtml(group, SUMMARY) : null),
    content: firstHtml(entry, ['atom:content', 'content:encoded']),
  };
}

const SUMMARY = ['atom:summary', 'media:description'];
const PUBLISHED = [
  'atom:published',
  'atom:issued',
  'atom:created',
  'pubdate',
  'dc:date',
  'dcterms:issued',
];
const UPDATED = ['atom:updated', 'atom:modified', 'dcterms:modified'];

function lastDate(entry: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const date = feedDate(childrenOf(entry, name).map(rawTextOf).at(-1) ?? '');
    if (date !== undefined) return date;
  }
  return null;
}

function authorsOf(element: XmlElement): string | null {
  return (
    names(childrenOf(element, 'atom:author').map(authorName)) ??
    names(childrenOf(element, 'dc:creator').map(authorName))
  );
}

/** A text construct's kind: of Atom 1.0 by its type, of 0.3 by its type and mode. */
function kindOf(construct: XmlElement): 'text' | 'html' | 'markup' | 'base64' | 'unsaid' {
  const type = (construct.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = construct.attributes.get('mode')?.toLowerCase();
  if (mode === 'base64') return 'base64';
  if (holdsMarkup(construct)) return 'markup';
  if (type === '') return 'unsaid';
  if (type === 'html' || type === 'xhtml' || /html|xml/.test(type)) return 'html';
  if (type === 'text' || type.startsWith('text/')) return 'text';
  // Atom 1.0: content of any other media type is base64.
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? 'base64' : 'unsaid';
}

function htmlOf(construct: XmlElement): string {
  const text = rawTextOf(construct).trim();
  const kind = kindOf(construct);
  switch (kind) {
    case 'text':
      return htmlOfText(text);
    case 'html':
      return text;
    case 'markup':
      return innerHtml(unwrapped(construct)).trim();
    case 'base64':
      return fromBase64(text);
    case 'unsaid':
      return looksLikeHtml(text) ? text : htmlOfText(text);
  }
}

/** Content of type xhtml stands in one div, which is no part of it. */
function unwrapped(construct: XmlElement): XmlElement {
  const [only, ...others] = construct.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  );
  const isWrapped = typeof only === 'object' && only.name === 'xhtml:div' && others.length === 0;
  return isWrapped ? only : construct;
}

/** Base64 of UTF-8 text; what is none, or holds no text, is empty. */
function fromBase64(text: string): string {
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
    return decoded.includes('\0') ? '' : decoded.trim();
  } catch {
    return '';
  }
}

function firstHtml(entry: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const found = childOf(entry, name);
    const html = found === undefined ? '' : withoutScripts(htmlOf(found)).trim();
    if (html !== '') return html;
  }
  return null;
}

function titleOf(element: XmlElement): string | null {
  const title = childOf(element, 'atom:title') ?? childOf(element, 'media:title');
  if (title === undefined) return null;
  return plainTitle(title) || null;
}

function plainTitle(title: XmlElement): string {
  switch (kindOf(title)) {
    case 'text':
      // Many escape twice here, and no headline means the characters of a reference.
      return oneLine(decodeHTMLStrict(rawTextOf(title)));
    case 'unsaid':
      return plainOfEither(rawTextOf(title));
    default:
      return plainOfHtml(htmlOf(title));
  }
}

/** Where a feed or entry leads: to a page rather than to the same in another format, or to what it encloses. */
function linkOf(element: XmlElement, url: string | null): string | undefined {
  const original = absolute(childText(element, 'feedburner:origlink') ?? '', element.base ?? url);
  if (original !== undefined) return original;
  const links = childrenOf(element, 'atom:link', 'link');
  const isPage = (link: XmlElement) => /^$|html/i.test(link.attributes.get('type') ?? '');
  const alternates = links.filter((link) => relationOf(link) === 'alternate');
  const content = childOf(element, 'atom:content');
  const candidates = [
    ...alternates.filter(isPage),
    ...alternates,
    ...(content?.attributes.has('src') ? [content] : []),
    ...(element.name === 'atom:entry'
      ? links.filter((link) => relationOf(link) === 'enclosure')
      : []),
  ];
  for (const { attributes, base } of candidates) {
    const address = attributes.get('href') ?? attributes.get('src') ?? '';
    const found = absolute(address, base ?? url);
    if (found !== undefined) return found;
  }
  return undefined;
}
