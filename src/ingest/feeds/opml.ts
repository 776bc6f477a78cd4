import { escapeAttribute, escapeText } from 'entities/escape';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { absolute } from './address.ts';
import { oneLine } from './plain-text.ts';
import type { XmlElement } from './xml-element.ts';
import { xmlTree } from './xml-tree.ts';

/** A feed in a list that one reader hands to another. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
  /** The folders it stands in, outermost first, divided by ` / `; null where it stands in none. */
  readonly folder: string | null;
}

const BETWEEN_FOLDERS = ' / ';

/** An attribute whatever its case: `xmlUrl` is written in every way. */
function attribute(element: XmlElement, name: string): string {
  for (const [written, value] of element.attributes) {
    if (written.toLowerCase() === name) return value.trim();
  }
  return '';
}

function titleOf(outline: XmlElement): string | null {
  return oneLine(attribute(outline, 'title') || attribute(outline, 'text')) || null;
}

/**
 * The feeds that an OPML file lists, 1.0 to 2.0, well formed or not, each address once and in its order.
 * Refused where the file is no OPML, or lists no feed.
 */
export function readOpml(text: string): ListedFeed[] | Refusal {
  const feeds = new Map<string, ListedFeed>();
  let isOpml = false;

  function collect(element: XmlElement, folder: string | null): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      isOpml ||= child.name === 'opml' || child.name === 'outline';
      const address = attribute(child, 'xmlurl') || attribute(child, 'url');
      const url = child.name === 'outline' ? absolute(webAddress(address), null) : undefined;
      const title = titleOf(child);
      if (url !== undefined && !feeds.has(url)) feeds.set(url, { url, title, folder });
      const isFolder = child.name === 'outline' && url === undefined && title !== null;
      const inner = folder === null ? title : `${folder}${BETWEEN_FOLDERS}${title}`;
      collect(child, isFolder ? inner : folder);
    }
  }

  collect(xmlTree(text, null), null);
  if (!isOpml) return refuse('This is no OPML file.', 'Export your feeds as OPML and try again.');
  if (feeds.size > 0) return [...feeds.values()];
  return refuse('This OPML file lists no feed.', 'Export your feeds again, with their addresses.');
}

/** `feed:` and `feed://` stand for http in some lists. */
function webAddress(address: string): string {
  return address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:');
}

/** An OPML 2.0 file that lists feeds, those of one folder together. */
export function writeOpml(feeds: readonly ListedFeed[]): string {
  const folders = new Map<string | null, ListedFeed[]>();
  for (const feed of feeds) {
    const beside = folders.get(feed.folder);
    if (beside === undefined) folders.set(feed.folder, [feed]);
    else beside.push(feed);
  }
  const body = [...folders].map(([folder, listed]) =>
    folder === null
      ? listed.map((feed) => outlineOf(feed, '    ')).join('')
      : inFolders(folder.split(BETWEEN_FOLDERS), listed, '    '),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeText('Feeds')}</title>
  </head>
  <body>
${body.join('')}  </body>
</opml>
`;
}

function inFolders(
  [folder = '', ...inner]: readonly string[],
  feeds: readonly ListedFeed[],
  indent: string,
): string {
  const deeper = `${indent}  `;
  const held =
    inner.length > 0
      ? inFolders(inner, feeds, deeper)
      : feeds.map((feed) => outlineOf(feed, deeper)).join('');
  return `${indent}<outline text="${quoted(folder)}">\n${held}${indent}</outline>\n`;
}

function outlineOf({ url, title }: ListedFeed, indent: string): string {
  const text = quoted(title ?? url);
  return `${indent}<outline type="rss" text="${text}" title="${quoted(title ?? '')}" xmlUrl="${quoted(url)}"/>\n`;
}

function quoted(text: string): string {
  return escapeAttribute(text).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
