import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { entryText } from './entry-text.ts';
import { parseFeed } from './parse-feed.ts';
import type { FeedEntry, ParsedFeed } from './parsed-feed.ts';
import { isTeaser } from './teaser.ts';

/** An entry with what of the article it carries. */
export interface ReadEntry extends Omit<FeedEntry, 'summary' | 'content'> {
  /** Its content, or its summary, as paragraphs divided by a blank line; may be empty. */
  readonly text: string;
  /** Whether there is more of the article at its link. */
  readonly isTeaser: boolean;
}

/** A feed with the texts of its entries. */
export interface ReadFeed extends Omit<ParsedFeed, 'entries'> {
  readonly entries: readonly ReadEntry[];
}

/** Reads a feed and the texts of its entries; refuses what is none. */
export function readFeed(
  bytes: Uint8Array,
  contentType: string | null,
  url: string,
): ReadFeed | Refusal {
  const feed = parseFeed(bytes, contentType, url);
  return isRefusal(feed) ? feed : { ...feed, entries: feed.entries.map(withText) };
}

function withText({ summary, content, ...entry }: FeedEntry): ReadEntry {
  const text = entryText(content ?? summary ?? '');
  return { ...entry, text, isTeaser: isTeaser({ link: entry.link, summary, content }, text) };
}
