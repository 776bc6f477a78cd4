import type { Corpus } from '../corpus/corpus.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { digestsAmong, isUnsettled, unreported } from './ledger.ts';
import type { Ports } from './ports.ts';
import { withUnfinishedThread } from './thread.ts';

/** Deliveries that may be forgotten, and the arrival up to which they have told everything. */
interface Forgettable {
  readonly ids: readonly string[];
  readonly startsAfter: number;
}

/**
 * Forgets deliveries whose slots came before an instant, ISO 8601 in UTC, of every channel, and gives how many. Each
 * channel's last digest stays, as does whatever is not settled, has a message to come in its thread, or still says where
 * the next digest begins: what was told is not told again, and what was not is told. A story that goes on after that
 * counts as new. `before` is to be longer ago than anything is corrected or tried again.
 */
export async function forgetDeliveries(
  corpus: Corpus,
  before: string,
  { inTurn, clock }: Pick<Ports, 'inTurn' | 'clock'>,
): Promise<number> {
  let forgotten = 0;
  for (const channel of (await corpus.ledgers()).keys()) {
    // In its turn: whoever changes the subscription meanwhile would set back where it begins.
    await inTurn(channel, async () => {
      const deliveries = await corpus.deliveries(channel);
      const subscription = await corpus.subscription(channel);
      const { ids, startsAfter } = forgettable(subscription, deliveries, before, clock());
      if (ids.length === 0) return;
      await corpus.forget(channel, ids, startsAfter);
      forgotten += ids.length;
    });
  }
  return forgotten;
}

function forgettable(
  subscription: Subscription | undefined,
  deliveries: readonly Delivery[],
  before: string,
  now: string,
): Forgettable {
  const open = deliveries.filter(isUnsettled);
  const told =
    subscription === undefined
      ? Number.POSITIVE_INFINITY
      : unreported(subscription, deliveries, Number.POSITIVE_INFINITY).after;
  // An unsettled one is owed only while its end lies beyond where the subscription begins.
  const upTo = Math.min(told, ...open.map(({ digest }) => digest.after - 1));
  const unfinished = [...open, ...withUnfinishedThread(deliveries, now)];
  const kept = [digestsAmong(deliveries).at(-1), ...unfinished].flatMap((one) => one?.id ?? []);
  const isKept = ({ id }: Delivery) =>
    kept.some((other) => belongsTo(id, other) || belongsTo(other, id));
  const old = deliveries.filter(
    (delivery) =>
      delivery.slot < before &&
      !isKept(delivery) &&
      (delivery.state === 'refused' || delivery.digest.upTo <= upTo),
  );
  const ends = old.filter(({ state }) => state !== 'refused').map(({ digest }) => digest.upTo);
  return { ids: old.map(({ id }) => id), startsAfter: Math.max(0, ...ends) };
}

/** Whether a delivery is a digest or a message of its thread, by their ids. */
function belongsTo(id: string, digest: string): boolean {
  return id === digest || id.startsWith(`${digest}/`);
}
