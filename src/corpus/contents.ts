import type { Article } from '../news/article.ts';
import type { Files } from './load.ts';
import { indexArticles, type SearchIndex } from './search-index.ts';

/** The articles of a corpus in memory, by id. */
export interface Contents {
  readonly files: Files;
  /** All revisions of each article, oldest first. */
  readonly articles: Map<string, readonly Article[]>;
  /** Where each article's file is, by its shard. */
  readonly shards: Map<string, string>;
  newest(id: string): Article | undefined;
  /** Highest arrival given out. */
  lastArrival(): number;
  /** The search index, built when first asked for. */
  index(): Promise<SearchIndex>;
}

/** Lays out what was read from the files. */
export function contentsOf(files: Files): Contents {
  const articles = new Map<string, Article[]>();
  const shards = new Map<string, string>();
  let highest = 0;
  for (const [shard, file] of files.articles) {
    for (const article of file.value) {
      const revisions = articles.get(article.id);
      if (revisions === undefined) articles.set(article.id, [article]);
      else revisions.push(article);
      shards.set(article.id, shard);
      highest = Math.max(highest, article.arrival);
    }
  }
  for (const revisions of articles.values()) revisions.sort((a, b) => a.revision - b.revision);

  const all: Map<string, readonly Article[]> = articles;
  const newest = (id: string) => all.get(id)?.at(-1);
  let index: Promise<SearchIndex> | undefined;
  return {
    files,
    articles: all,
    shards,
    newest,
    lastArrival: () => Math.max(files.meta.value.lastArrival, highest),
    index() {
      index ??= indexArticles([...all.keys()].flatMap((id) => newest(id) ?? []));
      return index;
    },
  };
}
