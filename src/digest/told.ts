import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Delivery } from '../news/delivery.ts';
import { type News, storyOf } from './news.ts';

/** By story, the articles that a channel was told of, or may have been. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>;

/** What a channel was told, read from its ledger. */
export function toldIn(deliveries: readonly Delivery[]): Told {
  const told = new Map<string, Set<string>>();
  for (const { state, part, digest } of deliveries) {
    if (state === 'refused' || part !== undefined) continue;
    const articleOf = new Map(digest.sources.map(({ n, articleId }) => [n, articleId]));
    for (const { story, sources } of [...digest.stories, ...(digest.further ?? [])]) {
      const ids = told.get(story) ?? new Set();
      for (const n of sources) ids.add(articleOf.get(n) ?? '');
      told.set(story, ids);
    }
  }
  return told;
}

/** By story of the news, the articles as the channel was told of them; a story is not in it that it was not told of. */
export async function toldBefore(
  corpus: CorpusReader,
  told: Told,
  news: readonly News[],
): Promise<ReadonlyMap<string, readonly Article[]>> {
  const before = new Map<string, readonly Article[]>();
  const inNews = new Map(news.map((item) => [item.article.id, item]));
  for (const story of new Set(news.map(({ article }) => storyOf(article)))) {
    const ids = told.get(story);
    if (ids === undefined) continue;
    // An article that was revised since stands as it was then.
    const articles = [...ids].map((id) => {
      const item = inNews.get(id);
      return item === undefined ? corpus.article(id) : item.reported;
    });
    const found = await Promise.all(articles);
    before.set(
      story,
      found.filter((article) => article !== undefined),
    );
  }
  return before;
}
