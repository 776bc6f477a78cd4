import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { deliveryId, digestsAmong, isUnsettled, owed, unreported } from './ledger.ts';
import type { Ports } from './ports.ts';
import { lastSlot } from './slots.ts';
import { withUnfinishedThread, yetToBeTried } from './thread.ts';

/** So many are forgotten in one step, for which other changes wait. */
const AT_ONCE = 20;

/** Deliveries that may be forgotten, and the arrival up to which they have told everything. */
interface Forgettable {
  readonly deliveries: readonly Delivery[];
  readonly startsAfter: number;
}

/**
 * Forgets deliveries whose slots came before an instant, ISO 8601 in UTC, of every channel, and gives how many. Each
 * channel's last digest stays, as does whatever is not settled, has a message to come in its thread, or still says where
 * the next digest begins: what was told is not told again, and what was not is told. A story that goes on after that
 * counts as new. `before` is to be longer ago than anything is corrected.
 */
export async function forgetDeliveries(
  corpus: Corpus,
  before: string,
  { inTurn, clock }: Pick<Ports, 'inTurn' | 'clock'>,
  isStopped = () => false,
): Promise<number> {
  let forgotten = 0;
  for (const channel of (await corpus.ledgers()).keys()) {
    // In its turn: whoever changes the subscription meanwhile would set back where it begins.
    await inTurn(channel, async () => {
      const all = await corpus.deliveries(channel);
      const subscription = await corpus.subscription(channel);
      const { deliveries, startsAfter } = forgettable(subscription, all, before, clock());
      // Digests before the messages of their threads: one that stood there without them would post them again.
      const digests = digestsAmong(deliveries);
      const parts = deliveries.filter(({ part }) => part !== undefined);
      for (const some of [...inPortions(digests), ...inPortions(parts)]) {
        if (isStopped()) return;
        const ids = some.map(({ id }) => id);
        await corpus.forget(channel, ids, startsAfter);
        forgotten += ids.length;
      }
    });
    if (isStopped()) break;
  }
  return forgotten;
}

function forgettable(
  subscription: Subscription | undefined,
  deliveries: readonly Delivery[],
  before: string,
  now: string,
): Forgettable {
  const upTo =
    subscription === undefined ? Number.POSITIVE_INFINITY : toldBy(subscription, deliveries);
  const kept = new Set(
    [
      ...digestsAmong(deliveries).slice(-1),
      ...deliveries.filter(isUnsettled),
      ...withUnfinishedThread(deliveries, now),
      ...yetToBeTried(deliveries, now),
    ].map(({ id, part }) => (part === undefined ? id : digestOf(id))),
  );
  // The slot that has come last is no other's, however long ago that was: without it, it would be due again.
  if (subscription !== undefined) {
    kept.add(deliveryId(subscription.channel, lastSlot(subscription.schedule, now)));
  }
  const old = deliveries.filter(
    ({ id, part, slot, state, digest }) =>
      slot < before &&
      !kept.has(part === undefined ? id : digestOf(id)) &&
      (state === 'refused' || digest.upTo <= upTo),
  );
  const ends = old.filter(({ state }) => state !== 'refused').map(({ digest }) => digest.upTo);
  return { deliveries: old, startsAfter: Math.max(0, ...ends) };
}

/** The arrival up to which a channel has been told everything, for good. */
function toldBy(subscription: Subscription, deliveries: readonly Delivery[]): number {
  const { after } = unreported(subscription, deliveries, Number.POSITIVE_INFINITY);
  // An unsettled one is owed only while its end lies beyond where the subscription begins.
  return Math.min(after, ...owed(subscription, deliveries).map(({ digest }) => digest.after - 1));
}

/** The digest of a message in its thread, by their ids. */
function digestOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/'));
}

function inPortions(deliveries: readonly Delivery[]): readonly (readonly Delivery[])[] {
  const count = Math.ceil(deliveries.length / AT_ONCE);
  return Array.from({ length: count }, (_, at) =>
    deliveries.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
}
