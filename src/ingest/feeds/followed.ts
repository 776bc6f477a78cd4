import type { Corpus } from '../../corpus/corpus.ts';
import type { Feed } from '../../news/feed.ts';
import type { FeedFacts } from './discover.ts';
import { newHealth } from './health.ts';

/** A feed to be followed, as plain data that one process can hand to another. */
export interface Following extends FeedFacts, Pick<Feed, 'by' | 'include' | 'exclude'> {}

/** Follows a feed from now on; one that is followed already takes the words given. `now` is ISO 8601 in UTC. */
export async function follow(
  corpus: Corpus,
  { url, title, site, by, include, exclude }: Following,
  now: string,
): Promise<{ readonly feed: Feed; readonly isNew: boolean }> {
  let isNew = false;
  const feed = await corpus.changeFeed(url, (known) => {
    isNew = known === undefined;
    const begun = known ?? {
      ...{ by, addedAt: now, entries: [], health: newHealth(now) },
      validators: { etag: null, lastModified: null },
    };
    return { ...begun, url, title: title ?? known?.title ?? null, site, include, exclude };
  });
  if (feed === undefined) throw new Error(`${url} was followed and is not there.`);
  return { feed, isNew };
}

/** Stops following a feed; what it was, or undefined where there was none. */
export async function unfollow(corpus: Corpus, url: string): Promise<Feed | undefined> {
  let removed: Feed | undefined;
  await corpus.changeFeed(url, (feed) => {
    removed = feed;
    return undefined;
  });
  return removed;
}

/** Has one feed, or all of them, asked at the next look; false where there is none. */
export async function makeDue(corpus: Corpus, url: string | null, now: string): Promise<boolean> {
  const one = url === null ? undefined : await corpus.feed(url);
  const meant = url === null ? await corpus.feeds() : one === undefined ? [] : [one];
  for (const feed of meant) {
    await corpus.changeFeed(
      feed.url,
      (latest) => latest && { ...latest, health: { ...latest.health, dueAt: now } },
    );
  }
  return meant.length > 0;
}
