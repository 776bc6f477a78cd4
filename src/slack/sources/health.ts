import type { Feed } from '../../news/feed.ts';

/** How a feed is doing, as far as a person has to tell one from another; the worst first. */
export const HEALTHS = ['gone', 'failing', 'silent', 'unreadable', 'unasked', 'well'] as const;
export type Health = (typeof HEALTHS)[number];

const MINUTE = 60_000;
/** Habits without anything new after which a feed counts as silent, and the days that must have passed at least. */
const HABITS = 10;
const LEAST_SILENCE = 2 * 24 * 60;

/** How a feed is doing at an instant (ISO 8601 in UTC). */
export function healthOf(feed: Feed, now: string): Health {
  const { health } = feed;
  if (health.dueAt === null) return 'gone';
  if (health.problem !== null) return 'failing';
  if (health.askedAt === null) return 'unasked';
  if (isSilent(feed, now)) return 'silent';
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

function isSilent({ health }: Feed, now: string): boolean {
  if (health.told === 'silent') return true;
  if (health.habit === null || health.newAt === null) return false;
  const silence = (Date.parse(now) - Date.parse(health.newAt)) / MINUTE;
  return silence > Math.max(HABITS * health.habit, LEAST_SILENCE);
}
