import { troubleOf } from '../../ingest/feeds/health.ts';
import type { Feed } from '../../news/feed.ts';

/** How a feed is doing, as far as a person has to tell one from another; the worst first. */
export const HEALTHS = ['gone', 'failing', 'silent', 'unreadable', 'unasked', 'well'] as const;
export type Health = (typeof HEALTHS)[number];

/** How a feed is doing at an instant (ISO 8601 in UTC). */
export function healthOf(feed: Feed, now: string): Health {
  const { health } = feed;
  if (health.dueAt === null) return 'gone';
  if (health.problem !== null) return 'failing';
  if (health.askedAt === null) return 'unasked';
  if (health.told === 'silent' || troubleOf(feed, now) === 'silent') return 'silent';
  return unreadableIn(feed) > 0 ? 'unreadable' : 'well';
}

/** Whether somebody should look after a feed. */
export function isTroubled(health: Health): boolean {
  return health !== 'well' && health !== 'unasked';
}

/** Feeds with those first that somebody should look after; otherwise in the order given. */
export function troubledFirst(feeds: readonly Feed[], now: string): readonly Feed[] {
  const rank = (feed: Feed) => HEALTHS.indexOf(healthOf(feed, now));
  return feeds
    .map((feed) => ({ feed, at: rank(feed) }))
    .sort((a, b) => a.at - b.at)
    .map(({ feed }) => feed);
}

/** Entries that a feed lists whose page could not be read. */
export function unreadableIn({ entries }: Feed): number {
  return entries.filter(({ article, failures, again }) => article === null && (failures || again))
    .length;
}
