import { absolute } from './address.ts';
import { holdsMarkup, innerHtml } from './element-html.ts';
import { type Said, withKeys } from './entry-key.ts';
import { feedDate } from './feed-date.ts';
import { relationOf } from './link-relation.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { authorName, names } from './person.ts';
import { plainOfEither, plainOfHtml } from './plain-text.ts';
import { refreshMinutes } from './refresh.ts';
import { withoutScripts } from './without-scripts.ts';
import { childOf, childrenOf, childText, textOf, type XmlElement } from './xml-element.ts';

/** What RSS says, 0.9x and 2.0 as well as RDF: `root` is the element that holds the channel. */
export function readRss(root: XmlElement, url: string | null): ParsedFeed {
  const channel = root.name === 'channel' ? root : (childOf(root, 'channel') ?? root);
  const link = linkOf(channel, url) ?? null;
  // Some put the items into the channel, RSS 1.0 and 0.90 beside it.
  const items = [
    ...childrenOf(channel, 'item'),
    ...(channel === root ? [] : childrenOf(root, 'item')),
  ];
  return {
    title: titleOf(channel),
    link,
    language:
      childText(channel, 'language', 'dc:language') ?? root.attributes.get('xml:lang') ?? null,
    refreshMinutes: refreshMinutes(channel),
    isCut: root.isCut,
    entries: withKeys(
      items.filter(({ isCut }) => !isCut).map((item) => entryOf(item, link ?? url)),
    ),
  };
}

function entryOf(item: XmlElement, base: string | null): Said {
  const guid = childOf(item, 'guid');
  const id =
    textOf(guid) ?? item.attributes.get('rdf:about') ?? childText(item, 'atom:id', 'dc:identifier');
  return {
    id: id ?? null,
    title: titleOf(item),
    link:
      linkOf(item, base) ??
      permalink(guid, base) ??
      // RSS 1.0: what an item is about is its page, where that is an address.
      absolute(item.attributes.get('rdf:about') ?? '', null) ??
      enclosed(item, base) ??
      null,
    author: authorOf(item),
    published: firstDate(item, PUBLISHED),
    updated: firstDate(item, UPDATED),
    ...bodyOf(item),
  };
}

const PUBLISHED = [
  'pubdate',
  'atom:published',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:available',
  'atom:issued',
  'atom:created',
  'published',
  'date',
  'media:pubdate',
];
const UPDATED = [
  'atom:updated',
  'dcterms:modified',
  'atom:modified',
  'lastbuilddate',
  'updated',
  'modified',
];

function firstDate(item: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const date = feedDate(childText(item, name) ?? '');
    if (date !== undefined) return date;
  }
  return null;
}

function titleOf(element: XmlElement): string | null {
  for (const title of ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title']) {
    const found = childOf(element, title);
    if (found === undefined) continue;
    const plain = holdsMarkup(found)
      ? plainOfHtml(innerHtml(found))
      : plainOfEither(textOf(found) ?? '');
    if (plain !== '') return plain;
  }
  return null;
}

/** Where an item or channel leads: FeedBurner's original address goes before its own counting one. */
function linkOf(element: XmlElement, base: string | null): string | undefined {
  const candidates = [
    ...childrenOf(element, 'feedburner:origlink'),
    ...childrenOf(element, 'link'),
    ...childrenOf(element, 'atom:link'),
  ];
  for (const link of candidates) {
    const address = textOf(link) ?? link.attributes.get('href') ?? '';
    const found = isBeside(link) ? undefined : absolute(address, link.base ?? base);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for a link that leads elsewhere than to the text: to the feed itself, to comments, to a sound. */
function isBeside(link: XmlElement): boolean {
  return relationOf(link) !== 'alternate';
}

function permalink(guid: XmlElement | undefined, base: string | null): string | undefined {
  const address = textOf(guid) ?? '';
  const permanent = guid?.attributes.get('isPermaLink') ?? guid?.attributes.get('ispermalink');
  if (permanent?.toLowerCase() === 'false') return undefined;
  const isAddress =
    /^https?:\/\//i.test(address) || (permanent !== undefined && /[/.]/.test(address));
  return isAddress ? absolute(address, guid?.base ?? base) : undefined;
}

function enclosed(item: XmlElement, base: string | null): string | undefined {
  for (const enclosure of childrenOf(item, 'enclosure', 'media:content')) {
    const found = absolute(enclosure.attributes.get('url') ?? '', enclosure.base ?? base);
    if (found !== undefined) return found;
  }
  return undefined;
}

function authorOf(item: XmlElement): string | null {
  for (const kind of ['dc:creator', 'dc:author', 'author', 'itunes:author', 'atom:author']) {
    const found = names(childrenOf(item, kind).map(authorName));
    if (found !== null) return found;
  }
  return null;
}

const CONTENT = [
  'content:encoded',
  'xhtml:body',
  'body',
  'fullitem',
  'atom:content',
  'content',
  'xhtml:div',
];
const SUMMARY = [
  'description',
  'atom:summary',
  'summary',
  'dc:description',
  'itunes:summary',
  'media:description',
];

/** A description beside a summary of its own is the text that it sums up. */
function bodyOf(item: XmlElement): Pick<Said, 'summary' | 'content'> {
  const content = firstHtml(item, CONTENT);
  const summary = firstHtml(item, ['summary', 'atom:summary']);
  const description = firstHtml(item, ['description']);
  if (content === null && summary !== null && description !== null) {
    return { summary, content: description };
  }
  const group = childOf(item, 'media:group');
  const told = firstHtml(item, SUMMARY) ?? (group ? firstHtml(group, SUMMARY) : null);
  return { summary: told, content };
}

function firstHtml(item: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const found = childOf(item, name);
    const html = found && (holdsMarkup(found) ? innerHtml(found) : textOf(found));
    const read = withoutScripts(html ?? '').trim();
    if (read !== '') return read;
  }
  return null;
}
