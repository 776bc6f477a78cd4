import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Refusal } from '../news/refusal.ts';
import type { Subscription } from '../news/subscription.ts';
import { attempt, remedyOf } from './attempt.ts';
import { isNothingNew } from './compose.ts';
import { postCorrections } from './correct.ts';
import { due } from './due.ts';
import { deliveryId, digestsAmong, owed } from './ledger.ts';
import { tellOfRefusal } from './notify.ts';
import type { Ports } from './ports.ts';
import { ARTICLE_REMOVED, TOPICS_REMOVED } from './remedy.ts';
import { settleByLooking } from './settle.ts';
import { slotsBetween } from './slots.ts';
import { postThreads } from './thread.ts';
import {
  type Composed,
  digestFor,
  nothingComposed,
  notSubscribed,
  subscriptionOf,
} from './upcoming.ts';
import { hasNoTopicLeft, noTopicLeft } from './wanted-topics.ts';

/** A digest begun later than this after its slot says so, in milliseconds: rounds are a minute apart, a busy Slack a few. */
const LATE_MS = 15 * 60_000;
/** Missed slots that a delivery names. */
const MOST_MISSED = 50;

/** Channels served at the same time: one that waits for Slack's answer must not make the others late. */
const AT_ONCE = 8;

/** What one round over all subscriptions did; channels where nothing was due are not in it. */
export interface Round {
  /** Deliveries whose state changed, as they then were. */
  readonly deliveries: readonly Delivery[];
  /** Channels whose delivery broke off by a defect or a failing disk; what was claimed is settled by a later round. */
  readonly failures: readonly { readonly channel: string; readonly error: unknown }[];
  /** Slack's error code where no channel can be served any more (a revoked token): stop the app and say so. */
  readonly stop: string | null;
}

/**
 * Settles what earlier rounds, or an earlier process, left open, and delivers every digest that is due by the
 * ports' clock. Safe to kill at any point: the next round finds by the ledger what has to be done. Once `stopping`
 * is aborted no further channel is begun.
 */
export async function deliverDue(
  corpus: Corpus,
  ports: Ports,
  stopping?: AbortSignal,
): Promise<Round> {
  const channels = (await corpus.subscriptions()).map(({ channel }) => channel);
  const deliveries: Delivery[] = [];
  const failures: { channel: string; error: unknown }[] = [];
  let stop: string | null = null;
  const composed = nothingComposed();
  const serveNext = async (): Promise<void> => {
    for (let channel = channels.shift(); channel !== undefined; channel = channels.shift()) {
      if (stop !== null || stopping?.aborted) return;
      try {
        const changed = await serve(corpus, channel, ports, composed);
        deliveries.push(...changed);
        stop ??= changed.find(stopsTheApp)?.reason ?? null;
      } catch (error) {
        failures.push({ channel, error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, serveNext));
  return { deliveries, failures, stop };
}

/** What `/digest now` did. */
export type Asked =
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  /** Nothing came in since then (ISO 8601 in UTC); `unsettled` hold what is neither told again nor forgotten. */
  | {
      readonly kind: 'nothing-new';
      readonly since: string;
      readonly unsettled: readonly Delivery[];
    };

/**
 * Posts what has come in since the channel's last delivery, without waiting for its slot; the next slot carries only
 * what is newer. Refusal where the channel has no subscription, or no topic of it is left.
 */
export function deliverNow(
  corpus: Corpus,
  channel: string,
  ports: Ports,
): Promise<Asked | Refusal> {
  return ports.inTurn(channel, async () => {
    const subscription = await subscriptionOf(corpus, channel);
    if (subscription === undefined) return notSubscribed(channel);
    if (await hasNoTopicLeft(corpus, subscription)) return noTopicLeft(channel);
    const deliveries = await corpus.deliveries(channel);
    const slot = freeSlot(channel, ports.clock(), deliveries);
    const planned = await plan(corpus, subscription, deliveries, slot, ports, nothingComposed());
    if (isNothingNew(planned.digest)) {
      const told = digestsAmong(deliveries)
        .filter(({ state }) => state === 'posted' || state === 'empty')
        .at(-1);
      const since = told?.at ?? subscription.since;
      return { kind: 'nothing-new', since, unsettled: owed(subscription, deliveries) };
    }
    const delivery = await attempt(corpus, planned, ports);
    await postThreads(corpus, [delivery], ports);
    if (delivery.state === 'posted') await postCorrections(corpus, deliveries, ports);
    return {
      kind: 'delivery',
      delivery: await tellOfRefusal(corpus, subscription, delivery, ports),
    };
  });
}

/** True for a delivery that was refused for a reason that stops the whole app (a revoked token). */
function stopsTheApp(delivery: Delivery): boolean {
  return delivery.state === 'refused' && remedyOf(delivery) === 'stop';
}

function serve(
  corpus: Corpus,
  channel: string,
  ports: Ports,
  composed: Composed,
): Promise<readonly Delivery[]> {
  return ports.inTurn(channel, async () => {
    // Read in the channel's turn: it may have been ended, or served by `/digest now`, a moment ago.
    const subscription = await subscriptionOf(corpus, channel);
    if (subscription === undefined) return [];
    const changed: Delivery[] = [];
    const note = (before: Delivery, after: Delivery) => {
      if (before !== after) changed.push(after);
      return after;
    };

    const before = await corpus.deliveries(channel);
    const last = digestsAmong(before).at(-1);
    if (last !== undefined) note(last, await tellOfRefusal(corpus, subscription, last, ports));
    if (due(subscription, before, ports.clock()).kind === 'paused') return changed;

    for (const open of owed(subscription, before)) {
      const settled = note(open, await settleByLooking(corpus, subscription, open, ports));
      if (settled.state === 'refused' && settled.reason !== ARTICLE_REMOVED) {
        note(settled, await tellOfRefusal(corpus, subscription, settled, ports));
        return changed;
      }
    }

    const deliveries = await corpus.deliveries(channel);
    const called = due(subscription, deliveries, ports.clock());
    if (called.kind !== 'digest') {
      return [...changed, ...(await postThreads(corpus, deliveries, ports))];
    }
    const planned = {
      ...(await plan(corpus, subscription, deliveries, called.slot, ports, composed)),
      ...lateness(subscription, deliveries, called.slot, ports.clock()),
    };
    if (isNothingNew(planned.digest) && (await hasNoTopicLeft(corpus, subscription))) {
      const ended: Delivery = { ...planned, state: 'refused', reason: TOPICS_REMOVED };
      await corpus.record(ended);
      return [...changed, await tellOfRefusal(corpus, subscription, ended, ports)];
    }
    if (isNothingNew(planned.digest) && !subscription.saysNothingNew) {
      const empty: Delivery = { ...planned, state: 'empty' };
      await corpus.record(empty);
      return [...changed, empty, ...(await postCorrections(corpus, deliveries, ports))];
    }
    const delivery = await attempt(corpus, planned, ports);
    changed.push(await tellOfRefusal(corpus, subscription, delivery, ports));
    if (delivery.state === 'posted')
      changed.push(...(await postCorrections(corpus, deliveries, ports)));
    return [...changed, ...(await postThreads(corpus, [...deliveries, delivery], ports))];
  });
}

async function plan(
  corpus: Corpus,
  subscription: Subscription,
  deliveries: readonly Delivery[],
  slot: string,
  ports: Ports,
  composed: Composed,
): Promise<Delivery> {
  const { channel } = subscription;
  const digest = await digestFor(corpus, subscription, deliveries, composed);
  return {
    ...{ id: deliveryId(channel, slot), channel, slot, digest },
    ...{ state: 'claimed', ts: null, reason: null, at: ports.clock() },
  };
}

/** What a digest makes good, and whether it is late. */
function lateness(
  subscription: Subscription,
  deliveries: readonly Delivery[],
  slot: string,
  now: string,
): Pick<Delivery, 'missed' | 'late'> {
  const earlier =
    digestsAmong(deliveries)
      .filter((delivery) => delivery.slot < slot)
      .at(-1)?.slot ?? '';
  const since = earlier > subscription.since ? earlier : subscription.since;
  const missed = slotsBetween(subscription.schedule, since, slot, MOST_MISSED);
  const isLate = Date.parse(now) - Date.parse(slot) > LATE_MS;
  return { ...(missed.length > 0 && { missed }), ...(isLate && { late: true }) };
}

/** An instant that is no delivery's slot yet, from now on by the millisecond. */
function freeSlot(channel: string, now: string, deliveries: readonly Delivery[]): string {
  const taken = new Set(deliveries.map(({ id }) => id));
  let slot = Date.parse(now);
  while (taken.has(deliveryId(channel, new Date(slot).toISOString()))) slot += 1;
  return new Date(slot).toISOString();
}
