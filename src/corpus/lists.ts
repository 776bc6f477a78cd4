import type { Feed } from '../news/feed.ts';
import type { Showing } from '../news/showing.ts';
import type { Contents } from './contents.ts';
import { removeDurably } from './durable-write.ts';
import { openJsonFile } from './json-file.ts';
import { deliveriesFile, feedsFile, shownFile } from './load.ts';
import type { OwnedCorpus } from './owned-corpus.ts';
import { type Asked, DELIVERIES, FEEDS, SHOWN } from './shapes.ts';
import { shardFor, spreadShard } from './shard.ts';

// People ask in any words they like, and this is written again each time.
const ASKED_KEPT = 200;

type Lists = Pick<
  OwnedCorpus,
  | 'changeFeed'
  | 'changeShown'
  | 'setTopic'
  | 'removeTopic'
  | 'subscribe'
  | 'unsubscribe'
  | 'record'
  | 'forget'
  | 'asked'
  | 'markStarterLoaded'
  | 'keepSeeded'
>;

/** Changes of all that a folder keeps beside its articles; `inTurn` does one after another. */
export function listsOf(
  folder: string,
  contents: Contents,
  inTurn: <T>(change: () => Promise<T>) => Promise<T>,
): Lists {
  const { files } = contents;

  async function changeFeed(
    url: string,
    change: (feed: Feed | undefined) => Feed | undefined,
  ): Promise<Feed | undefined> {
    const shard = spreadShard(url);
    const file =
      files.feeds.get(shard) ?? (await openJsonFile(feedsFile(folder, shard), FEEDS, []));
    const before = file.value.find((feed) => feed.url === url);
    const after = change(before);
    if (after === before) return after;
    const others = file.value.filter((feed) => feed !== before);
    await file.write(after === undefined ? others : [...others, after]);
    files.feeds.set(shard, file);
    return after;
  }

  async function changeShown(
    to: string,
    change: (showings: readonly Showing[]) => readonly Showing[],
  ): Promise<void> {
    const shard = spreadShard(to);
    const file =
      files.shown.get(shard) ?? (await openJsonFile(shownFile(folder, shard), SHOWN, []));
    const others = file.value.filter((showing) => showing.to !== to);
    await file.write([...others, ...change(file.value.filter((showing) => showing.to === to))]);
    files.shown.set(shard, file);
  }

  async function forget(
    channel: string,
    ids: readonly string[],
    startsAfter: number,
  ): Promise<void> {
    // First where the channel goes on: what is left after a crash lies before that, and counts no more.
    const all = files.subscriptions.value;
    if (all.some((one) => one.channel === channel && one.startsAfter < startsAfter)) {
      await files.subscriptions.write(
        all.map((one) => (one.channel === channel ? { ...one, startsAfter } : one)),
      );
    }
    const gone = new Set(ids);
    for (const shard of new Set(ids.flatMap((id) => contents.deliveries.shardOf(id) ?? []))) {
      const file = files.deliveries.get(shard);
      if (file === undefined) continue;
      const others = file.value.filter(({ id }) => !gone.has(id));
      if (others.length > 0) await file.write(others);
      else {
        await removeDurably(file.path);
        files.deliveries.delete(shard);
      }
    }
    contents.deliveries.drop(channel, gone);
  }

  return {
    changeFeed: (url, change) => inTurn(() => changeFeed(url, change)),
    changeShown: (to, change) => inTurn(() => changeShown(to, change)),
    setTopic: (topic) =>
      inTurn(async () => {
        const topics = files.topics.value;
        const known = topics.some(({ name }) => name === topic.name);
        await files.topics.write(
          known ? topics.map((t) => (t.name === topic.name ? topic : t)) : [...topics, topic],
        );
      }),
    removeTopic: (name) =>
      inTurn(async () => {
        const others = files.topics.value.filter((topic) => topic.name !== name);
        if (others.length === files.topics.value.length) return false;
        await files.topics.write(others);
        return true;
      }),
    subscribe: (subscription) =>
      inTurn(async () => {
        const others = files.subscriptions.value.filter(
          ({ channel }) => channel !== subscription.channel,
        );
        await files.subscriptions.write([...others, subscription]);
      }),
    unsubscribe: (channel) =>
      inTurn(async () => {
        const all = files.subscriptions.value;
        const others = all.filter((subscription) => subscription.channel !== channel);
        if (others.length === all.length) return false;
        await files.subscriptions.write(others);
        return true;
      }),
    record: (delivery) =>
      inTurn(async () => {
        const lengthOf = (shard: string) => files.deliveries.get(shard)?.length ?? 0;
        const shard =
          contents.deliveries.shardOf(delivery.id) ??
          shardFor(delivery.slot.slice(0, 10), lengthOf);
        const file =
          files.deliveries.get(shard) ??
          (await openJsonFile(deliveriesFile(folder, shard), DELIVERIES, []));
        const others = file.value.filter(({ id }) => id !== delivery.id);
        await file.write([...others, delivery]);
        files.deliveries.set(shard, file);
        contents.deliveries.put(shard, delivery);
      }),
    forget: (channel, ids, startsAfter) => inTurn(() => forget(channel, ids, startsAfter)),
    asked: (user, topic, arrival) =>
      inTurn(async () => {
        const isTheirs = (asked: Asked) => asked.user === user;
        const others = files.asked.value.filter(
          (asked) => !isTheirs(asked) || asked.topic !== topic,
        );
        const forgotten = new Set(others.filter(isTheirs).slice(0, 1 - ASKED_KEPT));
        await files.asked.write([
          ...others.filter((asked) => !forgotten.has(asked)),
          { user, topic, arrival },
        ]);
      }),
    markStarterLoaded: () =>
      inTurn(() => files.meta.write({ ...files.meta.value, starterLoaded: true })),
    keepSeeded: (topics) => inTurn(() => files.seeded.write(topics)),
  };
}
