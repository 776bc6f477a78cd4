import type { Corpus, CorpusReader } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Refusal } from '../news/refusal.ts';
import type { Schedule, Subscription } from '../news/subscription.ts';
import { owed, pausedBy } from './ledger.ts';
import type { Ports } from './ports.ts';
import { nextSlot } from './slots.ts';
import { notSubscribed, subscriptionOf } from './upcoming.ts';
import { goneTopics, refuseUnknownTopics } from './wanted-topics.ts';

/** What somebody asks for with `/digest on …`. */
export interface Wish {
  readonly channel: string;
  readonly schedule: Schedule;
  readonly topics: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** The user, who will hear of problems. */
  readonly by: string;
}

/**
 * Subscribes a channel, or changes its subscription, and resumes it where it was paused; Refusal where a topic is
 * unknown. A new subscription starts with what arrives after it; a changed one goes on where it was.
 */
export async function subscribe(
  corpus: Corpus,
  wish: Wish,
  ports: Pick<Ports, 'clock' | 'inTurn'>,
): Promise<Subscription | Refusal> {
  const unknown = await refuseUnknownTopics(corpus, wish.topics);
  if (unknown !== null) return unknown;
  return ports.inTurn(wish.channel, async () => {
    const before = await subscriptionOf(corpus, wish.channel);
    const { channel, schedule, topics, include = [], exclude = [], by } = wish;
    const startsAfter = before?.startsAfter ?? (await corpus.size()).lastArrival;
    const since = ports.clock();
    const filter = {
      ...(include.length > 0 && { include }),
      ...(exclude.length > 0 && { exclude }),
    };
    const subscription = { channel, topics, ...filter, schedule, by, since, startsAfter };
    await corpus.subscribe(subscription);
    await unpause(corpus, channel, since);
    return subscription;
  });
}

/** Lets a paused channel be tried again at once; Refusal where it has no subscription. */
export function resume(
  corpus: Corpus,
  channel: string,
  ports: Pick<Ports, 'clock' | 'inTurn'>,
): Promise<Subscription | Refusal> {
  return ports.inTurn(channel, async () => {
    const subscription = await subscriptionOf(corpus, channel);
    if (subscription === undefined) return notSubscribed(channel);
    await unpause(corpus, channel, ports.clock());
    return subscription;
  });
}

/** Ends a channel's subscription; Refusal where it has none. Once this resolves no digest follows. */
export function unsubscribe(
  corpus: Corpus,
  channel: string,
  ports: Pick<Ports, 'inTurn'>,
): Promise<null | Refusal> {
  return ports.inTurn(channel, async () =>
    (await corpus.unsubscribe(channel)) ? null : notSubscribed(channel),
  );
}

/** Where a channel's digest stands. */
export interface Status {
  readonly subscription: Subscription;
  /** Those of its topics that are none any more. */
  readonly gone: readonly string[];
  /** The last delivery that ended, posted or not; null before the first. */
  readonly last: Delivery | null;
  /** ISO 8601 in UTC; null while paused. */
  readonly next: string | null;
  /** The refusal for which nothing is posted until the subscription is resumed. */
  readonly pausedBy: Delivery | null;
  /** Deliveries of which nobody knows yet whether they were posted. */
  readonly unsettled: readonly Delivery[];
}

/** Where a channel's digest stands at an instant (ISO 8601 in UTC); Refusal where it has no subscription. */
export async function digestStatus(
  corpus: CorpusReader,
  channel: string,
  now: string,
): Promise<Status | Refusal> {
  const subscription = await subscriptionOf(corpus, channel);
  if (subscription === undefined) return notSubscribed(channel);
  const deliveries = await corpus.deliveries(channel);
  const unsettled = owed(subscription, deliveries);
  const paused = pausedBy(deliveries) ?? null;
  return {
    subscription,
    gone: await goneTopics(corpus, subscription),
    last: deliveries.filter((one) => !unsettled.includes(one)).at(-1) ?? null,
    next: paused === null ? nextSlot(subscription.schedule, now) : null,
    pausedBy: paused,
    unsettled,
  };
}

async function unpause(corpus: Corpus, channel: string, now: string): Promise<void> {
  const paused = pausedBy(await corpus.deliveries(channel));
  if (paused !== undefined) await corpus.record({ ...paused, retryAt: now });
}
