import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { deliveryId, digestsAmong, isOver, pausedBy } from './ledger.ts';
import { lastSlot } from './slots.ts';

/** What a subscription calls for at an instant. */
export type Due =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'paused'; readonly delivery: Delivery }
  | { readonly kind: 'digest'; readonly slot: string };

/**
 * Whether a digest is due at an instant (ISO 8601 in UTC), and for which slot: the latest one that has come since
 * the subscription was set up and has no delivery yet, else one of the schedule before its last change that was still
 * due then, else a refused one that may be tried again. Slots missed before the latest get no digest of their own: the
 * latest one's holds all that came since the last delivered one.
 */
export function due(subscription: Subscription, deliveries: readonly Delivery[], now: string): Due {
  const paused = pausedBy(deliveries);
  if (paused !== undefined) return { kind: 'paused', delivery: paused };
  const slot = lastSlot(subscription.schedule, now);
  const id = deliveryId(subscription.channel, slot);
  const comes = Date.parse(slot) >= Date.parse(subscription.since);
  if (comes && deliveries.every((delivery) => delivery.id !== id)) return { kind: 'digest', slot };
  const { stillDue } = subscription;
  if (stillDue !== undefined && deliveries.every((delivery) => delivery.slot < stillDue)) {
    return { kind: 'digest', slot: stillDue };
  }
  const last = digestsAmong(deliveries).at(-1);
  if (last?.state === 'refused' && last.retryAt !== undefined && isOver(last.retryAt, now)) {
    return { kind: 'digest', slot: last.slot };
  }
  return { kind: 'nothing' };
}
