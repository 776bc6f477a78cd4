import type { Feed } from '../news/feed.ts';
import type { Refusal } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import type { Contents } from './contents.ts';
import type { CorpusReader } from './corpus.ts';
import { findingOnce } from './found-lately.ts';
import type { Files } from './load.ts';
import { publishedDay } from './published-day.ts';
import { spreadShard } from './shard.ts';

/** Reading, with what a person who looks after the corpus should know. */
export interface SeenCorpus extends CorpusReader {
  /** Ids of articles of which nothing has come in since an instant, ISO 8601 in UTC: at most so many, the oldest first. */
  cameBefore(instant: string, most: number): Promise<readonly string[]>;
  /** What was found damaged when it was opened. */
  problems(): readonly Refusal[];
  /** Whether the starter articles have been read in. */
  starterLoaded(): Promise<boolean>;
  /** Topics as topics.yml had them when they were last taken from it. */
  seeded(): Promise<readonly Topic[]>;
}

/** Every feed, in the order in which they were added. */
function feedsIn({ feeds }: Files): readonly Feed[] {
  const all = [...feeds.values()].flatMap(({ value }) => value);
  return all.sort((one, other) =>
    one.addedAt < other.addedAt ? -1 : Number(one.addedAt > other.addedAt),
  );
}

/** All reading, over what is in memory. */
export function readerOf(contents: Contents): SeenCorpus {
  const { files } = contents;
  const search = findingOnce(contents);
  return {
    search,
    async days(sought) {
      const found = await search(sought);
      return found.map(({ article }) => publishedDay(article.publishedAt) ?? null);
    },
    async article(id, revision) {
      const own = contents.articles.has(id) ? id : (contents.copies.get(id) ?? id);
      if (revision === undefined) return contents.newest(own);
      return contents.articles.get(own)?.find((article) => article.revision === revision);
    },
    async size() {
      return { articles: contents.articles.size, lastArrival: contents.lastArrival };
    },
    async cameBefore(instant, most) {
      const newest = [...contents.articles.keys()].flatMap((id) => contents.newest(id) ?? []);
      return newest
        .filter(({ ingestedAt }) => ingestedAt < instant)
        .sort((one, other) => one.arrival - other.arrival)
        .slice(0, most)
        .map(({ id }) => id);
    },
    topics: async () => files.topics.value,
    subscriptions: async () => files.subscriptions.value,
    subscription: async (channel) =>
      files.subscriptions.value.find((subscription) => subscription.channel === channel),
    deliveries: async (channel) => contents.deliveries.of(channel),
    ledgers: async () => contents.deliveries.changes(),
    async lastAsked(user, topic) {
      return files.asked.value.find((asked) => asked.user === user && asked.topic === topic)
        ?.arrival;
    },
    shown: async (to) =>
      (files.shown.get(spreadShard(to))?.value ?? []).filter((showing) => showing.to === to),
    feeds: async () => feedsIn(files),
    feed: async (url) => files.feeds.get(spreadShard(url))?.value.find((feed) => feed.url === url),
    feedsDue: async (by) =>
      feedsIn(files)
        .filter(({ health: { dueAt } }) => dueAt !== null && dueAt <= by)
        .map(({ url }) => url),
    async close() {},
    problems: () => files.problems,
    starterLoaded: async () => files.meta.value.starterLoaded,
    seeded: async () => files.seeded.value,
  };
}
