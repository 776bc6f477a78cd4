import type { Feed } from '../news/feed.ts';
import { sayFilter, sayHealth } from '../slack/messages/feed.ts';
import { healthOf } from '../slack/sources/health.ts';
import { onPaper } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** Prints feeds and how each is doing, or how to follow one where there is none. */
export async function printFeeds(
  terminal: Terminal,
  feeds: readonly Feed[],
  json?: true,
): Promise<void> {
  const now = new Date().toISOString();
  for (const feed of feeds) {
    await terminal.print(
      json
        ? JSON.stringify(feedAsJson(feed, now))
        : onPaper(feedAsText(feed, now), terminal.columns),
    );
  }
  if (feeds.length === 0) terminal.say('No feed is followed. Follow one: feeds add <url>');
}

/** A feed and how it is doing at an instant (ISO 8601), for people. */
function feedAsText(feed: Feed, now: string): string {
  const lines = [feed.title ?? feed.url, `  ${feed.url}`, `  ${sayHealth(feed, now)}`];
  const filter = sayFilter(feed);
  return [...lines, ...(filter === '' ? [] : [`  ${filter}`])].join('\n');
}

/** The same for scripts; `health` is a word, `entries` a count. */
function feedAsJson(feed: Feed, now: string): object {
  const { url, title, site, by, addedAt, include, exclude, entries } = feed;
  const { problem, told: _, ...health } = feed.health;
  return {
    ...{ url, title, site, by, addedAt, include, exclude, health: healthOf(feed, now), ...health },
    problem: problem === null ? null : `${problem.refused} ${problem.next}`,
    entries: entries.length,
  };
}
