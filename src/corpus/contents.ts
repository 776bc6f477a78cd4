import type { Article } from '../news/article.ts';
import { type DeliveryLog, deliveryLog } from './delivery-log.ts';
import type { Files } from './load.ts';
import type { SearchIndex } from './search-index.ts';

/** What a corpus has in memory: its articles, by id, and its deliveries. */
export interface Contents {
  readonly files: Files;
  /** All revisions of each article, oldest first. */
  readonly articles: Map<string, readonly Article[]>;
  /** Where each article's file is, by its shard. */
  readonly shards: Map<string, string>;
  /** By the id of each copy, the id of the article that stands for it. */
  readonly copies: Map<string, string>;
  readonly deliveries: DeliveryLog;
  newest(id: string): Article | undefined;
  /** Highest arrival of what can be found, or could before it was removed; one that is only reserved is not in it. */
  lastArrival: number;
  /** How often what search finds has been changed. */
  changes: number;
  readonly index: SearchIndex;
}

/** Lays out what was read from the files and indexed of it. */
export function contentsOf(files: Files, index: SearchIndex): Contents {
  const articles = new Map<string, Article[]>();
  const shards = new Map<string, string>();
  const copies = new Map<string, string>();
  let lastArrival = files.meta.value.lastArrival;
  for (const [shard, file] of files.articles) {
    for (const article of file.value) {
      const revisions = articles.get(article.id);
      if (revisions === undefined) articles.set(article.id, [article]);
      else revisions.push(article);
      shards.set(article.id, shard);
      for (const copy of article.copies ?? []) copies.set(copy.id, article.id);
      lastArrival = Math.max(lastArrival, article.arrival);
    }
  }
  for (const revisions of articles.values()) revisions.sort((a, b) => a.revision - b.revision);

  const all: Map<string, readonly Article[]> = articles;
  return {
    files,
    articles: all,
    shards,
    copies,
    deliveries: deliveryLog(files.deliveries),
    newest: (id) => all.get(id)?.at(-1),
    lastArrival,
    changes: 0,
    index,
  };
}
