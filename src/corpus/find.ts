import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../news/article.ts';
import { bestFirst } from './best-first.ts';
import type { Contents } from './contents.ts';
import type { Found, Search } from './corpus.ts';
import { phraseOf } from './phrase.ts';
import { newestDay, publishedDay } from './published-day.ts';

function within(article: Article, search: Search): boolean {
  if (search.arrivedAfter !== undefined && article.arrival <= search.arrivedAfter) return false;
  if (search.arrivedBy !== undefined && article.arrival > search.arrivedBy) return false;
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

/** What meets the phrases and words, with its score; every article with 0 where neither is given. */
async function scored(contents: Contents, search: Search): Promise<Found[]> {
  if (search.phrases === undefined && search.words === undefined) {
    const newest = [...contents.articles.keys()].flatMap((id) => contents.newest(id) ?? []);
    return newest.map((article) => ({ article, score: 0 }));
  }
  const { index } = contents;
  const phrases = search.phrases?.flatMap((typed) => phraseOf(typed) ?? []);
  const wanted = (article: Article) => within(article, search);
  if (phrases !== undefined) await index.lookForPhrases(phrases, wanted);
  // From here on at one moment: an article that is changed meanwhile is found as it was, or as it is.
  const byPhrases = phrases && index.byPhrases(phrases, wanted);
  const byWords = search.words === undefined ? undefined : index.byWords(search.words);
  if (byPhrases === undefined || byWords === undefined) return byPhrases ?? byWords ?? [];
  const meeting = new Set(byPhrases.map(({ article }) => article.id));
  return byWords.filter(({ article }) => meeting.has(article.id));
}

/** Those among which the best `limit` are: no lower score than the last of them, so that few are left to be sorted. */
function contenders(found: readonly Found[], limit: number): readonly Found[] {
  if (limit <= 0 || found.length <= limit) return found;
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  const least = scores[scores.length - limit] ?? 0;
  return found.filter(({ score }) => score >= least);
}

/** The best of them, in their order. */
function best(found: readonly Found[], limit: number): readonly Found[] {
  return [...contenders(found, limit)].sort(bestFirst).slice(0, Math.max(0, limit));
}

/**
 * The articles that meet a search, best first; at the same score the latest published first, undated last.
 * An empty list of phrases, like words without a letter or digit, finds nothing.
 */
export async function find(contents: Contents, search: Search): Promise<readonly Found[]> {
  const all = await scored(contents, search);
  await nextTurn();
  const found = all.filter(({ article }) => within(article, search));
  const { limit, newer = 0 } = search;
  if (limit === undefined) return found.sort(bestFirst);
  const first = best(found, limit);
  if (newer <= 0 || first.length < Math.max(1, limit)) return first;
  const since = newestDay(first.map(({ article }) => article));
  const asNew = found.filter(({ article }) => (publishedDay(article.publishedAt) ?? '') >= since);
  const ids = new Set(first.map(({ article }) => article.id));
  return [...first, ...best(asNew, newer).filter(({ article }) => !ids.has(article.id))];
}
