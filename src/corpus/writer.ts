import type { Article } from '../news/article.ts';
import { type ArticlesFile, openArticlesFile } from './articles-file.ts';
import type { Contents } from './contents.ts';
import type { Added, Beside, NewArticle } from './corpus.ts';
import { removeDurably } from './durable-write.ts';
import { listsOf } from './lists.ts';
import { articlesFile } from './load.ts';
import type { OwnedCorpus, Shelf } from './owned-corpus.ts';
import { PartlyAdded } from './partly-added.ts';
import { publishedDay } from './published-day.ts';
import { readablePart } from './readable-json.ts';
import { readerOf } from './reader.ts';
import type { SearchIndex } from './search-index.ts';
import { shardFor } from './shard.ts';
import { StorageError } from './storage-error.ts';
import { takeIn } from './take-in.ts';

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
        await removeDurably(file.path);
        files.articles.delete(shard);
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
    ...listsOf(folder, contents, inTurn),
    close() {
      // What is asked for from now on comes after it, and is refused.
      const released = last.then(release);
      last = released.catch(() => {});
      return released;
    },
  };
}
