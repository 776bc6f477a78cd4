import type { SeenCorpus } from '../corpus/reader.ts';
import { owed, pausedBy } from '../digest/ledger.ts';
import { goneTopics } from '../digest/wanted-topics.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Feed } from '../news/feed.ts';
import type { Subscription } from '../news/subscription.ts';
import { sayHealth } from '../slack/messages/feed.ts';
import { refusedPost } from '../slack/messages/refused-post.ts';
import { healthOf, isTroubled } from '../slack/sources/health.ts';
import { type Finding, wrong } from './finding.ts';

/** What a library holds, which of its files are damaged, and which deliveries somebody has to settle. */
export async function examineLibrary(corpus: SeenCorpus): Promise<readonly Finding[]> {
  const { articles } = await corpus.size();
  const topics = await corpus.topics();
  const subscriptions = await corpus.subscriptions();
  const deliveries = await Promise.all(subscriptions.map((each) => examineChannel(corpus, each)));
  const feeds = await corpus.feeds();
  const damaged = corpus.problems().map((problem) => wrong('files', problem));
  return [
    { check: 'articles', found: String(articles) },
    { check: 'topics', found: topics.map(({ name }) => name).join(', ') || 'none' },
    { check: 'feeds', found: String(feeds.length) },
    ...feeds.flatMap((feed) => examineFeed(feed, new Date().toISOString())),
    { check: 'subscriptions', found: String(subscriptions.length) },
    ...deliveries.flat(),
    ...(damaged.length > 0 ? damaged : [{ check: 'files', found: 'none damaged' }]),
  ];
}

/** A feed that somebody should look after. */
function examineFeed(feed: Feed, now: string): readonly Finding[] {
  if (!isTroubled(healthOf(feed, now))) return [];
  const found = `${feed.title ?? feed.url} (${feed.url}): ${sayHealth(feed, now)}`;
  const next = feed.health.problem?.next ?? 'Open its site and see whether it has moved.';
  return [{ check: 'feeds', found, next }];
}

async function examineChannel(
  corpus: SeenCorpus,
  subscription: Subscription,
): Promise<readonly Finding[]> {
  const { channel } = subscription;
  const deliveries = await corpus.deliveries(channel);
  const paused = pausedBy(deliveries);
  const last = deliveries.at(-1);
  const lately = last === undefined ? 'no digest yet' : `last digest ${last.state}, ${last.slot}`;
  const gone = await goneTopics(corpus, subscription);
  return [
    { check: 'deliveries', found: `${channel}: ${lately}` },
    ...gone.map((name) => topicGone(channel, name)),
    ...owed(subscription, deliveries).map(unsettled),
    ...(paused === undefined ? [] : [wrong('deliveries', refusedPost(paused))]),
  ];
}

function topicGone(channel: string, name: string): Finding {
  return {
    check: 'subscriptions',
    found: `${channel}: its digest names “${name}”, which is no topic any more.`,
    next: 'Add the topic again, or type /digest on in the channel with the topics that it is to have.',
  };
}

function unsettled({ channel, slot, state }: Delivery): Finding {
  const asked = 'The bot asks whoever subscribed the channel, by a private message: answer it.';
  return {
    check: 'deliveries',
    found: `${channel}: whether the digest of ${slot} was posted is not known yet (${state}).`,
    next: state === 'unknown' ? asked : 'Start the bot, or let it run: it looks, or asks.',
  };
}
