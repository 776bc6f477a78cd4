import type { CorpusReader } from '../corpus/corpus.ts';
import { publishedDay } from '../corpus/published-day.ts';
import type { Article } from '../news/article.ts';

/** The newest revision of an article, from this one back, of which something holds; undefined where none does. */
async function newestWhere(
  corpus: CorpusReader,
  article: Article,
  holds: (one: Article, before: Article | undefined) => boolean,
): Promise<Article | undefined> {
  let one: Article | undefined = article;
  while (one !== undefined) {
    const before: Article | undefined =
      one.revision > 1 ? await corpus.article(one.id, one.revision - 1) : undefined;
    if (holds(one, before)) return one;
    one = before;
  }
  return undefined;
}

/**
 * An article as it stood at the end of a day: a text that changed later, or may have, is not shown. Undefined where no
 * earlier text is kept.
 */
export function asItStood(
  corpus: CorpusReader,
  article: Article,
  day: string,
): Promise<Article | undefined> {
  return newestWhere(corpus, article, (one, before) => changedOn(one, before) <= day);
}

/** The revision that had come in by an arrival; undefined where the article itself came later. */
export function asOfArrival(
  corpus: CorpusReader,
  article: Article,
  arrival: number,
): Promise<Article | undefined> {
  return newestWhere(corpus, article, (one) => one.arrival <= arrival);
}

/** The revision that stood before a day, of an article that was published before it. */
export async function beforeDay(
  corpus: CorpusReader,
  article: Article,
  day: string,
): Promise<Article | undefined> {
  if ((publishedDay(article.publishedAt) ?? day) >= day) return undefined;
  return newestWhere(corpus, article, (one, before) => changedOn(one, before) < day);
}

/**
 * The day, ISO 8601, on which a revision's text is known to have stood: what it says of its last change; of a later
 * revision that says nothing new of that, when it came in. '' for a first text that says nothing.
 */
function changedOn(
  { updatedAt, revision, ingestedAt }: Article,
  before: Article | undefined,
): string {
  const said = publishedDay(updatedAt ?? null);
  const saysMore = said !== undefined && updatedAt !== before?.updatedAt;
  if (saysMore) return said;
  return revision === 1 ? '' : ingestedAt.slice(0, 10);
}
