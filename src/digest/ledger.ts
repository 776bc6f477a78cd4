import type { Delivery } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { remedyFor } from './remedy.ts';

/** No wait for a retry is believed that is longer than this: a clock set back would make it endless. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** Whether the wait before a refused delivery is tried again is over; both ISO 8601. */
export function isOver(retryAt: string, now: string): boolean {
  const wait = Date.parse(retryAt) - Date.parse(now);
  return wait <= 0 || wait > LONGEST_WAIT_MS;
}

/** Arrivals after `after` and up to `upTo`. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

/** What a channel has not been given yet: the range, less what other deliveries within it held. */
export interface Unreported extends Range {
  readonly except: readonly Range[];
}

/** A delivery's id: its channel and slot. */
export function deliveryId(channel: string, slot: string): string {
  return `${channel}/${slot}`;
}

/** The channel of a delivery's id. */
export function channelOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** The digests among deliveries, without the messages of their threads. */
export function digestsAmong(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.filter(({ part }) => part === undefined);
}

/** Whether Slack's answer is still out: written down, and nobody knows yet whether it was posted. */
export function isUnsettled(delivery: Delivery): boolean {
  return delivery.state === 'claimed' || delivery.state === 'unknown';
}

/**
 * The arrivals that the channel's next digest is to tell of, up to `lastArrival` at most.
 *
 * A posted or empty delivery has used up its range. So has an unsettled one, for as long as it is that: its own
 * digest is kept and either turns out to be there or is posted yet. A refused one has used up nothing. Later
 * digests don't wait for an unsettled one: they start after it, and one that closes a gap before it ends there, so
 * that the ranges of unsettled deliveries never overlap another's.
 */
export function unreported(
  subscription: Subscription,
  deliveries: readonly Delivery[],
  lastArrival: number,
): Unreported {
  const used = deliveries
    .filter((delivery) => delivery.state !== 'refused')
    .map((delivery) => ({ ...delivery.digest, unsettled: isUnsettled(delivery) }))
    .sort((one, other) => one.after - other.after);
  let after = subscription.startsAfter;
  for (const range of used) {
    if (range.after <= after && range.upTo > after) after = range.upTo;
  }
  const later = used.filter((range) => range.after >= after && range.upTo > range.after);
  const fence = later.find((range) => range.unsettled)?.after ?? lastArrival;
  const upTo = Math.max(after, Math.min(fence, lastArrival));
  const except = later
    .filter((range) => range.after < upTo)
    .map((range) => ({ after: range.after, upTo: range.upTo }));
  return { after, upTo, except };
}

/** The unsettled deliveries that this subscription still owes; those of an earlier one, ended since, are left be. */
export function owed(
  subscription: Subscription,
  deliveries: readonly Delivery[],
): readonly Delivery[] {
  return deliveries.filter(
    (delivery) => isUnsettled(delivery) && delivery.digest.upTo > subscription.startsAfter,
  );
}

/** The refusal for which a channel is paused: its last one, if that needs somebody's hand and nobody resumed it. */
export function pausedBy(deliveries: readonly Delivery[]): Delivery | undefined {
  const last = digestsAmong(deliveries).at(-1);
  const pauses =
    last !== undefined &&
    last.state === 'refused' &&
    last.retryAt === undefined &&
    remedyFor(last.reason ?? '') === 'pause';
  return pauses ? last : undefined;
}
