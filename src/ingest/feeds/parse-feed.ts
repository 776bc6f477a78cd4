import { type Refusal, refuse } from '../../news/refusal.ts';
import { readAtom } from './atom.ts';
import { feedText } from './feed-text.ts';
import { readJsonFeed } from './json-feed.ts';
import { readJson } from './json-text.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { readRss } from './rss.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';
import { xmlTree } from './xml-tree.ts';

/** Larger documents are refused unread. */
const MOST_BYTES = 50_000_000;

/** A document of a format that is known, ready to be read. */
type Document =
  | { readonly format: 'rss' | 'rdf' | 'atom'; readonly root: XmlElement }
  | { readonly format: 'json'; readonly value: unknown; readonly isCut: boolean };

/**
 * What a feed says: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, well formed or
 * not. `url` is where it was fetched, after redirects; without it relative addresses that the document gives
 * no base for are null. A document that is no feed is refused, saying what it is; `name` is what it is called.
 */
export function parseFeed(
  bytes: Uint8Array,
  contentType: string | null,
  url: string | null,
  name: string = url ?? 'This document',
): ParsedFeed | Refusal {
  if (bytes.length > MOST_BYTES) {
    return refuse(`${name} is larger than ${MOST_BYTES / 1_000_000} MB.`, 'Follow a smaller feed.');
  }
  const text = feedText(bytes, contentType);
  const document = documentIn(text, url);
  if (document === undefined) return noFeed(name, text);
  switch (document.format) {
    case 'rss':
    case 'rdf':
      return readRss(document.root, url);
    case 'atom':
      return readAtom(document.root, url);
    case 'json':
      return readJsonFeed(document.value, url, document.isCut) ?? noFeed(name, text);
  }
}

function documentIn(text: string, url: string | null): Document | undefined {
  if (/^\s*[{[]/.test(text)) {
    const json = readJson(text);
    return json && { format: 'json', ...json };
  }
  return rootIn(xmlTree(text, url), 0);
}

/** Whatever stands before a feed, such as a server's warning, may have been left open around it. */
const DEEPEST_ROOT = 8;

function rootIn(element: XmlElement, depth: number): Document | undefined {
  switch (element.name) {
    case 'rss':
      return { format: 'rss', root: element };
    case 'rdf:rdf':
    case 'rdf':
      // Pictures in pages carry RDF too.
      if (childrenOf(element, 'channel', 'item').length === 0) return undefined;
      return { format: 'rdf', root: element };
    case 'atom:feed':
      return { format: 'atom', root: element };
    case 'channel':
      if (depth === 1) return { format: 'rss', root: element };
      break;
    case 'atom:entry':
      if (depth === 1) return { format: 'atom', root: element };
      break;
  }
  if (depth >= DEEPEST_ROOT) return undefined;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : rootIn(child, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function noFeed(name: string, text: string): Refusal {
  const start = text.trimStart().slice(0, 2000);
  if (start === '') {
    return refuse(`${name} is empty.`, 'Check the address, or try again later.');
  }
  if (/<opml\b/i.test(start)) {
    return refuse(
      `${name} is a list of feeds (OPML), not a feed.`,
      'Import it with `briefing feeds import FILE.opml`.',
    );
  }
  if (/<(?:!doctype\s+html|html|head|body)\b/i.test(start)) {
    const next = 'Give the address of a feed; a site often links to it as “RSS” or “Feed”.';
    return refuse(`${name} is a web page, not a feed.`, next);
  }
  const isJson = /^[{[]/.test(start);
  const kind = isJson
    ? 'JSON, but no JSON Feed'
    : start.startsWith('<')
      ? 'XML, but no feed'
      : 'no feed';
  return refuse(`${name} is ${kind}.`, 'Give the address of an RSS, Atom or JSON feed.');
}
