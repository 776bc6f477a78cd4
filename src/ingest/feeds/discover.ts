import type { NewArticle } from '../../corpus/corpus.ts';
import type { Feed } from '../../news/feed.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { articleFromAnswer, type Fetching } from '../fetch-article.ts';
import { isNotAnArticle } from '../pages/not-an-article.ts';
import type { FeedReader } from './feed-reader.ts';
import type { FoundFeed } from './sources.ts';

/** What a feed says of itself, as far as following it needs. */
export type FeedFacts = Pick<Feed, 'url' | 'title' | 'site'>;

/** What is at an address that somebody gave. */
export type Discovered =
  | { readonly kind: 'feed'; readonly feed: FeedFacts; readonly listed: number }
  | { readonly kind: 'article'; readonly article: NewArticle }
  /** Feeds that a page names, of which somebody has to say which. */
  | { readonly kind: 'choice'; readonly feeds: readonly FoundFeed[] };

/** What discovering works with. */
export interface Discovering extends Fetching {
  readonly feeds: FeedReader;
}

/** Looks what is at an address: a feed, an article, or a page that lists articles and names its feeds. */
export async function discover(
  url: string,
  discovering: Discovering,
): Promise<Discovered | Refusal> {
  const { web, feeds } = discovering;
  const answer = await web.get({ url, accept: 'any' });
  if ('cause' in answer) return answer;
  if (answer.kind === 'unchanged') throw new Error('Nothing was asked that could be unchanged.');
  const feed = await feeds.read(answer.url, answer.body, answer.contentType);
  if (!isRefusal(feed)) {
    const facts = { url: answer.movedTo ?? url, title: feed.title, site: feed.link };
    return { kind: 'feed', feed: facts, listed: feed.entries.length };
  }
  const article = await articleFromAnswer(answer, discovering);
  if (!isRefusal(article)) return { kind: 'article', article };
  if (!isNotAnArticle(article) || article.feeds.length === 0) return article;
  const [only] = article.feeds;
  if (article.feeds.length > 1 || only === undefined || only.url === url) {
    return { kind: 'choice', feeds: article.feeds };
  }
  return discover(only.url, discovering);
}
