import { phrasesOf } from '../briefing/phrases.ts';
import type { CorpusReader } from '../corpus/corpus.ts';
import { isWanted } from '../corpus/word-filter.ts';
import type { Article } from '../news/article.ts';
import type { Subscription } from '../news/subscription.ts';
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

/** The story that an article belongs to: one that began none belongs to itself. */
export function storyOf({ story, id }: Article): string {
  return story ?? id;
}

/** Which articles a channel gets: of these topics, where any is named, and by their words. */
export type Wanted = Pick<Subscription, 'topics' | 'include' | 'exclude'>;

/**
 * The articles that came in within a range, each the newest revision that did, in order of arrival; of those
 * alone that are wanted. What comes in while they are gathered is not among them.
 */
export async function gatherNews(
  corpus: CorpusReader,
  range: Unreported,
  wanted: Wanted,
): Promise<readonly News[]> {
  const isNew = (article: Article) =>
    within(range, article.arrival) && !range.except.some((used) => within(used, article.arrival));
  const found = await corpus.search({ arrivedAfter: range.after });
  const revisions = await Promise.all(
    found.map(({ article }) => newestRevision(corpus, article, isNew)),
  );
  const articles = revisions
    .filter((article) => article !== undefined)
    .sort((one, other) => one.arrival - other.arrival);
  if (articles.length === 0) return [];

  const { topics: named, include = [], exclude = [] } = wanted;
  const filter = { include, exclude };
  const topics = await topicsByArticle(corpus, range.after, await corpus.topics());
  const news: News[] = [];
  for (const article of articles) {
    const belongsTo = topics.get(article.id) ?? [];
    if (named.length > 0 && !belongsTo.some((name) => named.includes(name))) continue;
    if (!isWanted(filter, [article.title ?? '', article.text])) continue;
    const reported = await newestRevision(corpus, article, (one) => !isNew(one));
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

/** The newest revision, from a given one back, of which something holds. */
async function newestRevision(
  corpus: CorpusReader,
  from: Article,
  holds: (article: Article) => boolean,
): Promise<Article | undefined> {
  if (holds(from)) return from;
  for (let revision = from.revision - 1; revision >= 1; revision--) {
    const earlier = await corpus.article(from.id, revision);
    if (earlier !== undefined && holds(earlier)) return earlier;
  }
  return undefined;
}
