import { parseFeed } from '../../../src/ingest/feeds/parse-feed.ts';
import type { FeedEntry, ParsedFeed } from '../../../src/ingest/feeds/parsed-feed.ts';
import { isRefusal } from '../../../src/news/refusal.ts';

const FEED_URL = 'https://feeds.example.com/all.xml';

/** What a feed says that is written as text, or given as the bytes a server sent. */
export function feed(
  document: string | Uint8Array,
  contentType: string | null = null,
  url: string | null = FEED_URL,
): ParsedFeed {
  const bytes = typeof document === 'string' ? Buffer.from(document) : document;
  const read = parseFeed(bytes, contentType, url);
  if (isRefusal(read)) throw new Error(`refused: ${read.refused}`);
  return read;
}

/** The first entry of a feed. */
export function entry(document: string | Uint8Array, contentType: string | null = null): FeedEntry {
  const [first] = feed(document, contentType).entries;
  if (first === undefined) throw new Error('no entry');
  return first;
}

/** An RSS feed of one item that holds `inside`. */
export function rss(inside: string, channel = ''): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Town notes</title><link>https://town.example.com/news/</link>${channel}<item>${inside}</item></channel></rss>`;
}

/** An Atom feed of one entry that holds `inside`. */
export function atom(inside: string, about = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom">${about}<entry>${inside}</entry></feed>`;
}
