import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { type Fetching, fetchUnread } from '../fetch-article.ts';
import { publishedFrom } from '../published.ts';
import { type UnreadArticle, unreadArticle } from '../read-article.ts';
import type { WebCause, WebFailure } from '../web/web.ts';
import type { ReadEntry } from './read-feed.ts';

/**
 * What became of an entry: an article to read, with whether it is only the teaser of a page that can't be had, or why
 * there is none yet and whether trying again may help.
 */
export type EntryRead =
  | { readonly article: UnreadArticle; readonly isTeaser: boolean }
  | { readonly problem: Refusal; readonly passing: boolean };

/** Failures that may be over the next time. */
const PASSING = new Set<WebCause>([
  'busy',
  'server',
  'unreachable',
  'too-slow',
  'malformed',
  'closed',
]);

function isPassing(problem: Refusal): boolean {
  const failure: Refusal & Partial<WebFailure> = problem;
  return failure.cause !== undefined && PASSING.has(failure.cause);
}

/**
 * The article of an entry: the text that the feed carries, or its page where that is only a teaser. A page that can't
 * be had for good leaves the teaser, which the outlet published too.
 */
export async function articleOfEntry(
  entry: ReadEntry,
  outlet: string | null,
  fetching: Fetching,
  isLastTry: boolean,
): Promise<EntryRead> {
  if (!entry.isTeaser || entry.link === null) return fromFeed(entry, outlet);
  const { title, author } = entry;
  const publishedAt = publishedFrom(entry.published ?? '') ?? null;
  const article = await fetchUnread(entry.link, fetching, { title, outlet, author, publishedAt });
  if (!isRefusal(article)) return { article, isTeaser: false };
  if (isPassing(article) && !isLastTry) return { problem: article, passing: true };
  const teaser = fromFeed(entry, outlet);
  return 'article' in teaser ? teaser : { problem: article, passing: false };
}

function fromFeed(entry: ReadEntry, outlet: string | null): EntryRead {
  const { title, link, author, updated, text } = entry;
  const publishedAt = publishedFrom(entry.published ?? '') ?? null;
  const updatedAt = publishedFrom(updated ?? '');
  const article = unreadArticle(title ?? link ?? entry.key, {
    ...{ title, outlet, author, publishedAt, url: link, text, basedOn: [] },
    ...(updatedAt !== undefined && updatedAt !== publishedAt && { updatedAt }),
    titleDeclared: title !== null,
  });
  return isRefusal(article)
    ? { problem: article, passing: false }
    : { article, isTeaser: entry.isTeaser };
}
