import type { Corpus, CorpusReader } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Refusal } from '../news/refusal.ts';
import type { QuietDays, Schedule, Subscription } from '../news/subscription.ts';
import { due } from './due.ts';
import { digestsAmong, owed, pausedBy } from './ledger.ts';
import type { Ports } from './ports.ts';
import { stillQuiet } from './quiet-days.ts';
import { nextSlot } from './slots.ts';
import { notSubscribed } from './upcoming.ts';
import { goneTopics, refuseUnknownTopics } from './wanted-topics.ts';

/** What somebody asks for with `/digest on …`, or in the form. What is absent stays as it was. */
export interface Wish {
  readonly channel: string;
  readonly schedule: Schedule;
  readonly topics: readonly string[];
  readonly saysNothingNew?: boolean;
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
    const before = await corpus.subscription(wish.channel);
    const { channel, schedule, topics, include = [], exclude = [], by } = wish;
    const startsAfter = before?.startsAfter ?? (await corpus.size()).lastArrival;
    const since = ports.clock();
    const filter = {
      ...(include.length > 0 && { include }),
      ...(exclude.length > 0 && { exclude }),
    };
    const stillDue = before && (await overdue(corpus, before, since));
    const subscription = {
      ...{ channel, topics, ...filter, by, since, startsAfter },
      schedule: withQuietDays(schedule, schedule.quiet ?? before?.schedule.quiet, since),
      ...((wish.saysNothingNew ?? before?.saysNothingNew) && { saysNothingNew: true }),
      ...(stillDue !== undefined && { stillDue }),
    };
    await corpus.subscribe(subscription);
    await unpause(corpus, channel, since);
    return subscription;
  });
}

/**
 * Changes a subscription's quiet days, or whether it says that nothing is new, and leaves the rest as it is. A slot
 * that was due by then stays due. Refusal where the channel has none.
 */
export function adjust(
  corpus: Corpus,
  channel: string,
  change: { readonly quiet?: readonly QuietDays[]; readonly saysNothingNew?: boolean },
  ports: Pick<Ports, 'clock' | 'inTurn'>,
): Promise<Subscription | Refusal> {
  return ports.inTurn(channel, async () => {
    const before = await corpus.subscription(channel);
    if (before === undefined) return notSubscribed(channel);
    const since = ports.clock();
    const stillDue = await overdue(corpus, before, since);
    const { saysNothingNew: _, stillDue: __, ...rest } = before;
    const subscription: Subscription = {
      ...{ ...rest, since },
      schedule: withQuietDays(before.schedule, change.quiet ?? before.schedule.quiet, since),
      ...((change.saysNothingNew ?? before.saysNothingNew) && { saysNothingNew: true }),
      ...(stillDue !== undefined && { stillDue }),
    };
    await corpus.subscribe(subscription);
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
    const subscription = await corpus.subscription(channel);
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
  const subscription = await corpus.subscription(channel);
  if (subscription === undefined) return notSubscribed(channel);
  const deliveries = await corpus.deliveries(channel);
  const unsettled = owed(subscription, deliveries);
  const paused = pausedBy(deliveries) ?? null;
  return {
    subscription,
    gone: await goneTopics(corpus, subscription),
    last:
      digestsAmong(deliveries)
        .filter((one) => !unsettled.includes(one))
        .at(-1) ?? null,
    next: paused === null ? nextSlot(subscription.schedule, now) : null,
    pausedBy: paused,
    unsettled,
  };
}

async function unpause(corpus: Corpus, channel: string, now: string): Promise<void> {
  const paused = pausedBy(await corpus.deliveries(channel));
  if (paused !== undefined) await corpus.record({ ...paused, retryAt: now });
}

/** The slot that has come by an instant and has no delivery yet, so that a change of the schedule does not lose it. */
async function overdue(
  corpus: Corpus,
  subscription: Subscription,
  now: string,
): Promise<string | undefined> {
  const deliveries = await corpus.deliveries(subscription.channel);
  const called = due(subscription, deliveries, now);
  const isNew = (slot: string) => deliveries.every((delivery) => delivery.slot !== slot);
  return called.kind === 'digest' && isNew(called.slot) ? called.slot : undefined;
}

/** The schedule with the quiet days that are not over: what is gone by need not be looked through each minute. */
function withQuietDays(
  schedule: Schedule,
  quiet: readonly QuietDays[] = [],
  now: string,
): Schedule {
  const { quiet: _, ...rest } = schedule;
  const ahead = stillQuiet(quiet, now.slice(0, 10));
  return ahead.length === 0 ? rest : { ...rest, quiet: ahead };
}
