import type { NewArticle } from '../../corpus/corpus.ts';
import type { Feed } from '../../news/feed.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import { articleFromAnswer, type Fetching } from '../fetch-article.ts';
import { isNotAnArticle } from '../pages/not-an-article.ts';
import type { WebBody } from '../web/web.ts';
import type { FeedReader } from './feed-reader.ts';
import { likelyFeedAddresses } from './likely-addresses.ts';
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
  const feed = await feedIn(answer, url, feeds);
  if (feed !== undefined) return feed;
  const article = await articleFromAnswer(answer, discovering);
  if (!isRefusal(article)) return { kind: 'article', article };
  if (!isNotAnArticle(article) || article.kind !== 'list') return article;
  if (article.feeds.length === 0) return (await unnamedFeed(answer.url, discovering)) ?? article;
  const [only] = article.feeds;
  if (article.feeds.length > 1 || only === undefined || only.url === url) {
    return { kind: 'choice', feeds: article.feeds };
  }
  return discover(only.url, discovering);
}

/** The feed that an answer is; undefined where it is none. */
async function feedIn(
  answer: WebBody,
  url: string,
  feeds: FeedReader,
): Promise<Discovered | undefined> {
  const feed = await feeds.read(answer.url, answer.body, answer.contentType);
  if (isRefusal(feed)) return undefined;
  const facts = { url: answer.movedTo ?? url, title: feed.title, site: feed.link };
  return { kind: 'feed', feed: facts, listed: feed.entries.length };
}

/** The feed of a site whose pages name none, at one of the addresses that are usual. */
async function unnamedFeed(
  site: string,
  { web, feeds }: Discovering,
): Promise<Discovered | undefined> {
  for (const url of likelyFeedAddresses(site)) {
    const answer = await web.get({ url, accept: 'feed' });
    if ('cause' in answer || answer.kind === 'unchanged') continue;
    const feed = await feedIn(answer, url, feeds);
    if (feed !== undefined) return feed;
  }
  return undefined;
}
