import { slipsBetween } from '../../corpus/spelling.ts';
import type { Feed } from '../../news/feed.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';
import { shorten } from '../messages/message.ts';

/** Feeds that are offered when several may have been meant. */
export const MOST_MEANT = 10;

/** A feed's title as shown, in one line; where it has none, its address without the scheme. */
export function sayFeed({ title, url }: Pick<Feed, 'title' | 'url'>): string {
  // What turns the direction of writing would turn the words behind the title too.
  const line = (title ?? '').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, ' ');
  return shorten(line.trim() || bareAddress(url), 100);
}

/** The feeds that words mean: the one at an address, else those whose title or address holds the words. */
export function feedsNamed(which: string, feeds: readonly Feed[]): readonly Feed[] {
  const address = bareAddress(which).toLowerCase();
  const exact = feeds.filter(({ url }) => bareAddress(url).toLowerCase() === address);
  if (exact.length > 0) return exact;
  const words = which.toLowerCase();
  const titled = feeds.filter((feed) => sayFeed(feed).toLowerCase() === words);
  if (titled.length > 0) return titled;
  return feeds.filter(
    (feed) =>
      sayFeed(feed).toLowerCase().includes(words) || feed.url.toLowerCase().includes(address),
  );
}

/** The refusal of words that mean no feed; names those that may have been meant. */
export function noFeedNamed(which: string, feeds: readonly Feed[]): Refusal {
  const refused = `No feed that is followed is called “${shorten(which, 100)}”.`;
  if (feeds.length === 0) return refuse(refused, 'None is followed: /sources says how to add one.');
  const near = feeds.map(sayFeed).filter((title) => isNear(which, title));
  const meant = near.slice(0, 3).map((title) => `“${title}”`);
  return meant.length > 0
    ? refuse(refused, `Did you mean ${meant.join(' or ')}?`)
    : refuse(refused, 'Type /sources for those that are.');
}

/** Whether the words, or one of them, are within a few slips of the title or a word of it. */
function isNear(which: string, title: string): boolean {
  const parts = (text: string) => [text, ...text.split(/\s+/)].map((part) => part.toLowerCase());
  return parts(which).some((typed) => {
    const most = typed.length < 5 ? 1 : 2;
    return typed.length > 2 && parts(title).some((word) => slipsBetween(typed, word, most) <= most);
  });
}

function bareAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/+$/, '');
}
