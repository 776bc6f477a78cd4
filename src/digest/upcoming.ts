import type { CorpusReader } from '../corpus/corpus.ts';
import type { Delivery, Digest } from '../news/delivery.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Subscription } from '../news/subscription.ts';
import { composeDigest, isNothingNew } from './compose.ts';
import { unreported } from './ledger.ts';
import { gatherNews, type News, storyOf } from './news.ts';
import { toldBefore, toldIn } from './told.ts';
import { coverageOver } from './trend.ts';
import { refuseUnknownTopics } from './wanted-topics.ts';

/** What `/digest preview` shows: what the next digest would hold so far, or all there is where that is nothing yet. */
export interface Preview {
  readonly digest: Digest;
  readonly of: 'next' | 'everything';
}

/** What was gathered and composed in one round, by what it was made of: most channels are due the same digest. */
export interface Composed {
  readonly news: Map<string, Promise<readonly News[]>>;
  readonly digests: Map<string, Promise<Digest>>;
}

/** A round in which nothing is composed yet. */
export function nothingComposed(): Composed {
  return { news: new Map(), digests: new Map() };
}

/** The digest a subscription would get now, from what was composed already or is added to it. No other side effects. */
export async function digestFor(
  corpus: CorpusReader,
  subscription: Subscription,
  deliveries: readonly Delivery[],
  composed: Composed = nothingComposed(),
): Promise<Digest> {
  const { channel, topics, include = [], exclude = [] } = subscription;
  // Whatever changes the articles changes one of these: one more arrival, or an article fewer.
  const { lastArrival, articles } = await corpus.size();
  const range = unreported(subscription, deliveries, lastArrival);
  const key = JSON.stringify([range, lastArrival, articles, topics, include, exclude]);
  const news = await onceFor(composed.news, key, () => gatherNews(corpus, range, subscription));
  const told = toldIn(deliveries);
  const stories = new Set(news.map(({ article }) => storyOf(article)));
  const before = [...stories].flatMap((story) => {
    const ids = told.get(story);
    return ids === undefined ? [] : [[story, ...ids]];
  });
  const digest = await onceFor(composed.digests, `${key} ${JSON.stringify(before)}`, async () =>
    composeDigest(channel, range, news, {
      told: await toldBefore(corpus, told, news),
      coverage: await coverageOver(corpus, news, range.upTo),
    }),
  );
  return { ...digest, channel };
}

function onceFor<T>(
  made: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  // What failed for one channel is tried again for the next.
  value.catch(() => made.delete(key));
  return value;
}

/** The digest a channel would get now, for a dry run; Refusal where it has no subscription. No side effects. */
export async function upcomingDigest(
  corpus: CorpusReader,
  channel: string,
): Promise<Digest | Refusal> {
  const subscription = await corpus.subscription(channel);
  if (subscription === undefined) return notSubscribed(channel);
  return digestFor(corpus, subscription, await corpus.deliveries(channel));
}

/**
 * A look at a channel's digest, subscribed or not; of the topics named, else of its subscription's. Refusal where a
 * topic named is unknown. No side effects.
 */
export async function previewDigest(
  corpus: CorpusReader,
  channel: string,
  topics: readonly string[],
): Promise<Preview | Refusal> {
  const unknown = await refuseUnknownTopics(corpus, topics);
  if (unknown !== null) return unknown;
  const subscription = await corpus.subscription(channel);
  if (subscription !== undefined && topics.length === 0) {
    const digest = await digestFor(corpus, subscription, await corpus.deliveries(channel));
    if (!isNothingNew(digest)) return { digest, of: 'next' };
  }
  const { lastArrival } = await corpus.size();
  const range = { after: 0, upTo: lastArrival, except: [] };
  const wanted = topics.length > 0 ? { topics } : (subscription ?? { topics });
  const news = await gatherNews(corpus, range, wanted);
  const coverage = await coverageOver(corpus, news, lastArrival);
  const known = { told: new Map(), coverage };
  return { digest: composeDigest(channel, range, news, known), of: 'everything' };
}

/** Says that a channel has no digest, and how to start one. */
export function notSubscribed(channel: string): Refusal {
  if (/^[UW]/.test(channel)) {
    return refuse(
      'You have no digest of your own.',
      'Start one with /digest me on weekdays 08:30 America/New_York, with your own days, times and time zone.',
    );
  }
  return refuse(
    `${channel} has no digest.`,
    'Start one there with /digest on weekdays 08:30 America/New_York, with your own days, time and time zone.',
  );
}
