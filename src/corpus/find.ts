import type { Article } from '../news/article.ts';
import type { Contents } from './contents.ts';
import type { Found, Search } from './corpus.ts';
import { phraseOf } from './phrase.ts';
import { publishedDay } from './published-day.ts';

function within(article: Article, search: Search): boolean {
  if (search.arrivedAfter !== undefined && article.arrival <= search.arrivedAfter) return false;
  if (search.changedSince !== undefined && !changedSince(article, search.changedSince))
    return false;
  if (search.publishedBy === undefined && search.publishedSince === undefined) return true;
  const day = publishedDay(article.publishedAt);
  if (day === undefined) return false;
  if (search.publishedBy !== undefined && day > search.publishedBy.slice(0, 10)) return false;
  return search.publishedSince === undefined || day >= search.publishedSince.slice(0, 10);
}

/** True for an article of that day or later, and one of which a later revision says that day or later, or came in then. */
function changedSince(
  { publishedAt, updatedAt, revision, ingestedAt }: Article,
  day: string,
): boolean {
  const published = publishedDay(publishedAt);
  if (published === undefined) return false;
  const changed = revision === 1 ? published : (publishedDay(updatedAt ?? null) ?? ingestedAt);
  return published >= day || changed.slice(0, 10) >= day;
}

function bestFirst(one: Found, other: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  const day = publishedDay(one.article.publishedAt) ?? '';
  const otherDay = publishedDay(other.article.publishedAt) ?? '';
  if (day !== otherDay) return day < otherDay ? 1 : -1;
  return other.article.arrival - one.article.arrival;
}

/** Scores by id of what meets the phrases and words; every article with 0 where neither is given. */
async function scored(contents: Contents, search: Search): Promise<ReadonlyMap<string, number>> {
  if (search.phrases === undefined && search.words === undefined) {
    return new Map([...contents.articles.keys()].map((id) => [id, 0]));
  }
  const index = await contents.index();
  const byPhrases =
    search.phrases &&
    index.byPhrases(
      search.phrases.flatMap((typed) => phraseOf(typed) ?? []),
      (article) => within(article, search),
    );
  const byWords = search.words === undefined ? undefined : index.byWords(search.words);
  if (byPhrases === undefined || byWords === undefined) return byPhrases ?? byWords ?? new Map();
  return new Map([...byWords].filter(([id]) => byPhrases.has(id)));
}

/**
 * The articles that meet a search, best first; at the same score the latest published first, undated last.
 * An empty list of phrases, like words without a letter or digit, finds nothing.
 */
export async function find(contents: Contents, search: Search): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [id, score] of await scored(contents, search)) {
    const article = contents.newest(id);
    if (article !== undefined && within(article, search)) found.push({ article, score });
  }
  found.sort(bestFirst);
  return search.limit === undefined ? found : found.slice(0, Math.max(0, search.limit));
}
