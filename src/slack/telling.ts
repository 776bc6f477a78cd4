import type { WebClient } from '@slack/web-api';
import type { TellFeedNews } from '../ingest/feeds/poller.ts';
import { feedNewsMessage } from './messages/feed-news.ts';
import { post } from './posting.ts';

/**
 * Tells whoever added a feed of its trouble, or that it is over, by a private message. One of which Slack leaves open
 * whether it arrived is not sent again.
 */
export function tellFeedNews(poster: WebClient): TellFeedNews {
  return async (feed, news) => {
    // Added from a terminal: there is nobody to tell.
    if (feed.by === null) return true;
    const { outcome } = await post(poster, { channel: feed.by, ...feedNewsMessage(feed, news) });
    return outcome !== 'refused';
  };
}
