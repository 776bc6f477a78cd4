import { phrasesOf } from '../briefing/phrases.ts';
import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Topic } from '../news/topic.ts';
import type { Range, Unreported } from './ledger.ts';

/** An article that came in since a channel's last digest. */
export interface News {
  readonly article: Article;
  /** Names of the topics it belongs to, in the corpus's order. */
  readonly topics: readonly string[];
  /** The revision that an earlier digest was made from; what it already said is not news. */
  readonly reported?: Article;
}

/** The newest revisions that came in within a range, in order of arrival; of these topics alone where any are named. */
export async function gatherNews(
  corpus: CorpusReader,
  range: Unreported,
  wanted: readonly string[],
): Promise<readonly News[]> {
  const isNew = (article: Article) =>
    within(range, article.arrival) && !range.except.some((used) => within(used, article.arrival));
  const found = await corpus.search({ arrivedAfter: range.after });
  const articles = found
    .map(({ article }) => article)
    .filter(isNew)
    .sort((one, other) => one.arrival - other.arrival);
  if (articles.length === 0) return [];

  const topics = await topicsByArticle(corpus, range.after, await corpus.topics());
  const news: News[] = [];
  for (const article of articles) {
    const belongsTo = topics.get(article.id) ?? [];
    if (wanted.length > 0 && !belongsTo.some((name) => wanted.includes(name))) continue;
    const reported = await reportedRevision(corpus, article, isNew);
    news.push({ article, topics: belongsTo, ...(reported === undefined ? {} : { reported }) });
  }
  return news;
}

function within(range: Range, arrival: number): boolean {
  return arrival > range.after && arrival <= range.upTo;
}

async function topicsByArticle(
  corpus: CorpusReader,
  arrivedAfter: number,
  topics: readonly Topic[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byArticle = new Map<string, string[]>();
  for (const topic of topics) {
    for (const { article } of await corpus.search({ phrases: phrasesOf(topic), arrivedAfter })) {
      byArticle.set(article.id, [...(byArticle.get(article.id) ?? []), topic.name]);
    }
  }
  return byArticle;
}

async function reportedRevision(
  corpus: CorpusReader,
  article: Article,
  isNew: (article: Article) => boolean,
): Promise<Article | undefined> {
  for (let revision = article.revision - 1; revision >= 1; revision--) {
    const earlier = await corpus.article(article.id, revision);
    if (earlier !== undefined && !isNew(earlier)) return earlier;
  }
  return undefined;
}
