import type { WebClient } from '@slack/web-api';
import type { PostOutcome } from '../digest/ports.ts';
import type { Feed } from '../news/feed.ts';
import { type FeedNews, feedNewsMessage } from './messages/feed-news.ts';
import { post } from './posting.ts';

/**
 * Tells whoever added a feed of its trouble, or that it is over, by a private message. A feed that was added from a
 * terminal has nobody to tell: that is refused as `nobody_to_tell`.
 */
export function tellFeedNews(
  poster: WebClient,
): (feed: Feed, news: FeedNews) => Promise<PostOutcome> {
  return async (feed, news) => {
    if (feed.by === null) return { outcome: 'refused', reason: 'nobody_to_tell' };
    return post(poster, { channel: feed.by, ...feedNewsMessage(feed, news) });
  };
}
