import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { deliveryId, digestsAmong } from './ledger.ts';
import type { Ports } from './ports.ts';
import { slotsBetween } from './slots.ts';
import { type Composed, digestFor } from './upcoming.ts';

/** A digest begun later than this after its slot says so, in milliseconds: rounds are a minute apart, a busy Slack a few. */
const LATE_MS = 15 * 60_000;
/** Missed slots that a delivery names. */
const MOST_MISSED = 50;

/** A slot's delivery with the digest it holds, not written down yet. */
export async function plan(
  corpus: Corpus,
  subscription: Subscription,
  deliveries: readonly Delivery[],
  slot: string,
  ports: Pick<Ports, 'clock'>,
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
export function lateness(
  subscription: Subscription,
  deliveries: readonly Delivery[],
  slot: string,
  now: string,
): Pick<Delivery, 'missed' | 'late'> {
  const earlier =
    digestsAmong(deliveries)
      .filter((delivery) => delivery.slot < slot)
      .at(-1)?.slot ?? '';
  const { schedule, since } = subscription;
  // A slot of the very moment of the subscription is its first.
  const after = earlier >= since ? earlier : new Date(Date.parse(since) - 1).toISOString();
  const missed = slotsBetween(schedule, after, slot, MOST_MISSED);
  const isLate = Date.parse(now) - Date.parse(slot) > LATE_MS;
  return { ...(missed.length > 0 && { missed }), ...(isLate && { late: true }) };
}
