import type { Progress, SourceAdded } from '../../ingest/feeds/sources.ts';
import type { Feed } from '../../news/feed.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import type { Answer, Tell } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { mayEdit } from '../editors.ts';
import { refreshHome } from '../home.ts';
import { checkedMessage, countFeeds, feedsMessage } from '../messages/feeds.ts';
import { sourcesHelp } from '../messages/help.ts';
import { escapeMrkdwn, type Message, note } from '../messages/message.ts';
import {
  arrivedBlocks,
  choiceBlocks,
  followedMessage,
  sayArrived,
  sayChoice,
} from '../messages/source-added.ts';
import { noFeedsMessage, suggestionsMessage } from '../messages/suggestions.ts';
import { stoppedFollowing, whichFeed } from '../messages/which-feed.ts';
import { arrived } from './arrived.ts';
import { feedsNamed, noFeedNamed, sayFeed } from './name-feed.ts';
import { type AddRequest, parseSourcesRequest } from './request.ts';

/** What `/sources` answers to words typed, or carried by a button, for a user. */
export async function answerSources(
  desk: Desk,
  typed: string,
  user: string,
  tell: Tell,
): Promise<Answer> {
  const asked = parseSourcesRequest(typed);
  if (isRefusal(asked)) return asked;
  switch (asked.kind) {
    case 'help':
      return sourcesHelp();
    case 'list': {
      const feeds = await desk.sources.feeds();
      return feeds.length === 0
        ? noFeedsMessage(desk.suggestions)
        : feedsMessage(feeds, desk.ports.clock());
    }
    case 'suggestions': {
      const followed = new Set((await desk.sources.feeds()).map(({ url }) => url));
      return suggestionsMessage(desk.suggestions.filter(({ url }) => !followed.has(url)));
    }
    case 'add':
      return mayEdit(desk.editors, user) ?? (await add(desk, asked, user, tell));
    case 'remove':
      return mayEdit(desk.editors, user) ?? (await remove(desk, asked.which, user));
    case 'check':
      return mayEdit(desk.editors, user) ?? (await check(desk, asked.which, user, tell));
  }
}

/** Adds an address, and says what became of it. */
export async function add(
  desk: Desk,
  asked: AddRequest,
  user: string,
  tell: Tell,
): Promise<Answer> {
  const { url, include, exclude } = asked;
  tell(note(`Looking at ${escapeMrkdwn(url)} …`));
  const wish = { url, by: user, include, exclude, follow: true };
  const became = await desk.sources.add(wish, tellProgress(tell, `Reading what ${url} lists`));
  if (isRefusal(became)) return became;
  return { message: await whatBecame(desk, became, asked), after: () => refreshHome(desk, user) };
}

async function whatBecame(desk: Desk, became: SourceAdded, asked: AddRequest): Promise<Message> {
  switch (became.kind) {
    case 'feed':
      return followedMessage(became, desk.ports.clock());
    case 'article': {
      const article = await arrived(desk.corpus, became);
      return { text: escapeMrkdwn(sayArrived(article)), blocks: arrivedBlocks(article, 0) };
    }
    case 'choice':
      return { text: sayChoice(became.feeds), blocks: choiceBlocks(became.feeds, asked, 0) };
  }
}

async function remove(desk: Desk, which: string, user: string): Promise<Answer> {
  const feed = theOne(which, await desk.sources.feeds());
  if (isRefusal(feed)) return feed;
  if (Array.isArray(feed)) return whichFeed(which, feed, 'remove');
  const removed = await desk.sources.remove(feed.url);
  if (isRefusal(removed)) return removed;
  return { message: stoppedFollowing(removed), after: () => refreshHome(desk, user) };
}

async function check(desk: Desk, which: string | null, user: string, tell: Tell): Promise<Answer> {
  const before = await desk.sources.feeds();
  if (before.length === 0) return noFeedsMessage(desk.suggestions);
  const feed = which === null ? null : theOne(which, before);
  if (isRefusal(feed)) return feed;
  if (Array.isArray(feed)) return whichFeed(which ?? '', feed, 'check');
  const what = feed === null ? countFeeds(before.length) : sayFeed(feed);
  tell(note(`Asking ${escapeMrkdwn(what)} …`));
  const after = await desk.sources.check(feed?.url ?? null, tellProgress(tell, `Asking ${what}`));
  if (isRefusal(after)) return after;
  const message = checkedMessage(before, after, desk.ports.clock());
  return { message, after: () => refreshHome(desk, user) };
}

/** The one feed that words mean; several where they leave it open. */
function theOne(which: string, feeds: readonly Feed[]): Feed | Feed[] | Refusal {
  const meant = feedsNamed(which, feeds);
  const [only] = meant;
  if (only === undefined) return noFeedNamed(which, feeds);
  return meant.length === 1 ? only : [...meant];
}

function tellProgress(tell: Tell, what: string): (progress: Progress) => void {
  return ({ done, of, at }) =>
    tell(note(`${escapeMrkdwn(what)}: ${done} of ${of} done, now ${escapeMrkdwn(at)}`));
}
