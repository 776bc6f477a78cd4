import type { Feed } from '../news/feed.ts';
import { sayFilter, sayHealth } from '../slack/messages/feed.ts';
import { healthOf } from '../slack/sources/health.ts';

/** A feed and how it is doing at an instant (ISO 8601), for people. */
export function feedAsText(feed: Feed, now: string): string {
  const lines = [feed.title ?? feed.url, `  ${feed.url}`, `  ${sayHealth(feed, now)}`];
  const filter = sayFilter(feed);
  return [...lines, ...(filter === '' ? [] : [`  ${filter}`])].join('\n');
}

/** The same for scripts; `health` is a word, `entries` a count. */
export function feedAsJson(feed: Feed, now: string): object {
  const { url, title, site, by, addedAt, include, exclude, entries } = feed;
  const { problem, told: _, ...health } = feed.health;
  return {
    ...{ url, title, site, by, addedAt, include, exclude, health: healthOf(feed, now), ...health },
    problem: problem === null ? null : `${problem.refused} ${problem.next}`,
    entries: entries.length,
  };
}
