import type { Article } from '../news/article.ts';
import type { Feed } from '../news/feed.ts';
import type { Showing } from '../news/showing.ts';
import { type ArticlesFile, openArticlesFile } from './articles-file.ts';
import type { Contents } from './contents.ts';
import type { Added, Beside, NewArticle } from './corpus.ts';
import { removeDurably } from './durable-write.ts';
import { openJsonFile } from './json-file.ts';
import { articlesFile, deliveriesFile, feedsFile, shownFile } from './load.ts';
import type { OwnedCorpus, Shelf } from './owned-corpus.ts';
import { PartlyAdded } from './partly-added.ts';
import { publishedDay } from './published-day.ts';
import { readablePart } from './readable-json.ts';
import { readerOf } from './reader.ts';
import type { SearchIndex } from './search-index.ts';
import { type Asked, DELIVERIES, FEEDS, SHOWN } from './shapes.ts';
import { shardFor, spreadShard } from './shard.ts';
import { StorageError } from './storage-error.ts';
import { takeIn } from './take-in.ts';

// People ask in any words they like, and this is written again each time.
const ASKED_KEPT = 200;

/** All changes, one after another; `admit` runs before each and throws where the folder is no longer ours. */
export function writerOf(
  folder: string,
  contents: Contents,
  admit: () => Promise<void>,
  now: () => Date,
  release: () => Promise<void>,
): OwnedCorpus {
  const { files } = contents;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      await admit();
      return await change();
    });
    last = turn.catch(() => {});
    return turn;
  }

  async function articlesIn(shard: string): Promise<ArticlesFile> {
    return (
      files.articles.get(shard) ??
      (await openArticlesFile(articlesFile(folder, shard), files.keeper))
    );
  }

  async function keepArticles(shard: string, arrived: readonly Article[]): Promise<void> {
    const file = await articlesIn(shard);
    await file.write([...file.value, ...arrived]);
    files.articles.set(shard, file);
  }

  function show(index: SearchIndex, shard: string, arrived: readonly Article[]): void {
    for (const article of arrived) {
      contents.articles.set(article.id, [...(contents.articles.get(article.id) ?? []), article]);
      contents.shards.set(article.id, shard);
    }
    for (const id of new Set(arrived.map((article) => article.id))) {
      const newest = contents.newest(id);
      if (newest !== undefined) index.put(newest);
    }
  }

  /** The files that revisions go to. An article's stay together, even where its day of publication changes. */
  function inShards(arrived: readonly Article[], ingestedAt: string): Map<string, Article[]> {
    const inShard = new Map<string, Article[]>();
    const shards = new Map<string, string>();
    const lengths = new Map<string, number>();
    const lengthOf = (shard: string) =>
      (files.articles.get(shard)?.length ?? 0) + (lengths.get(shard) ?? 0);
    for (const article of arrived) {
      const { id, publishedAt } = article;
      const json = readablePart(article);
      const day = publishedDay(publishedAt) ?? ingestedAt.slice(0, 10);
      const shard = contents.shards.get(id) ?? shards.get(id) ?? shardFor(day, lengthOf);
      shards.set(id, shard);
      lengths.set(shard, (lengths.get(shard) ?? 0) + json.length);
      inShard.set(shard, [...(inShard.get(shard) ?? []), files.keeper.keep(article, json)]);
    }
    return inShard;
  }

  async function add(newcomers: readonly NewArticle[]): Promise<readonly Added[]> {
    const ingestedAt = now().toISOString();
    const before = contents.lastArrival;
    const taken = takeIn(newcomers, contents.newest, before, ingestedAt);
    if (taken.arrived.length === 0) return taken.added;
    const arrived = inShards(taken.arrived, ingestedAt);
    const arrival = before + taken.arrived.length;
    const { index } = contents;
    // First the numbers, then the articles: after a crash a number may be skipped, never given twice.
    await files.meta.write({ ...files.meta.value, lastArrival: arrival });
    const kept: (readonly [shard: string, articles: readonly Article[]])[] = [];
    try {
      for (const [shard, articles] of arrived) {
        await keepArticles(shard, articles);
        kept.push([shard, articles]);
      }
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      const written = new Set(kept.flatMap(([, articles]) => articles.map(({ id }) => id)));
      const changed = new Set(taken.arrived.map(({ id }) => id));
      const isKept = ({ id }: Added) => written.has(id) || !changed.has(id);
      throw new PartlyAdded(
        error,
        taken.added.map((one) => (isKept(one) ? one : undefined)),
      );
    } finally {
      // Articles and arrival in one step: a digest up to an arrival must find all there will ever be up to it.
      for (const [shard, articles] of kept) show(index, shard, articles);
      contents.changes += 1;
      contents.lastArrival = arrival;
    }
    return taken.added;
  }

  async function remove(id: string): Promise<boolean> {
    if (!contents.articles.has(id)) return false;
    for (const [shard, file] of files.articles) {
      const others = file.value.filter((article) => article.id !== id);
      if (others.length === file.value.length) continue;
      if (others.length > 0) await file.write(others);
      else {
        files.articles.delete(shard);
        await removeDurably(file.path);
      }
    }
    for (const copy of contents.newest(id)?.copies ?? []) contents.copies.delete(copy.id);
    contents.articles.delete(id);
    contents.shards.delete(id);
    contents.index.drop(id);
    contents.changes += 1;
    return true;
  }

  async function amend(beside: ReadonlyMap<string, Beside>): Promise<void> {
    const { index } = contents;
    const inShard = new Map<string, string[]>();
    for (const id of beside.keys()) {
      const shard = contents.shards.get(id);
      if (shard !== undefined) inShard.set(shard, [...(inShard.get(shard) ?? []), id]);
    }
    for (const [shard, ids] of inShard) {
      const file = await articlesIn(shard);
      const amended = file.value.map((article) => {
        const known = beside.get(article.id);
        return known === undefined ? article : keptWith(article, known);
      });
      await file.write(amended);
      // At once: should the next file fail, this one is amended.
      for (const id of ids) showAmended(index, id, amended);
    }
  }

  function keptWith(article: Article, known: Beside): Article {
    const amended = { ...article, ...known };
    return files.keeper.keep(amended, readablePart(amended));
  }

  function showAmended(index: SearchIndex, id: string, amended: readonly Article[]): void {
    for (const copy of contents.newest(id)?.copies ?? []) contents.copies.delete(copy.id);
    const own = amended.filter((article) => article.id === id);
    const byRevision = new Map(own.map((article) => [article.revision, article]));
    const revisions = contents.articles.get(id) ?? [];
    contents.articles.set(
      id,
      revisions.map((article) => byRevision.get(article.revision) ?? article),
    );
    const newest = contents.newest(id);
    for (const copy of newest?.copies ?? []) contents.copies.set(copy.id, id);
    if (newest !== undefined) index.put(newest);
    contents.changes += 1;
  }

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

  const reader = readerOf(contents);
  const shelf: Shelf = {
    ...reader,
    add: (newcomers) => inTurn(() => add(newcomers)),
    remove: (id) => inTurn(() => remove(id)),
    amend: (beside) => inTurn(() => amend(beside)),
    async articles(ids) {
      const found = await Promise.all(ids.map((id) => reader.article(id)));
      return new Map(ids.flatMap((id, at) => (found[at] ? [[id, found[at]]] : [])));
    },
    // A folder has one owner, who knows what it changed.
    mark: async () => 0,
    changesAfter: async () => ({ changed: [], removed: [], mark: 0 }),
  };

  return {
    ...reader,
    add: shelf.add,
    remove: shelf.remove,
    amend: shelf.amend,
    mark: shelf.mark,
    changesAfter: shelf.changesAfter,
    alone: (work) => work(shelf),
    exclusively: (_, work) => work(),
    ifFree: (_, work) => work(),
    isOurs: () => true,
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
    async close() {
      await last;
      await release();
    },
  };
}
