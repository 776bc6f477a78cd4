import type { Delivery, LeftOut } from '../news/delivery.ts';
import type { Subscription } from '../news/subscription.ts';
import { pausedBy } from './ledger.ts';
import { nextSlot } from './slots.ts';

/**
 * What became of a slot. `planned`: it is the next one. `claimed`: written down, Slack not asked yet or just now.
 * `sent`: Slack was asked, and has not said whether it took it. `confirmed`: it is in the channel. `empty`: nothing
 * was new. `failed`: Slack said no. `missed`: it passed unserved, and a later digest made it good.
 */
export type Fate = 'planned' | 'claimed' | 'sent' | 'confirmed' | 'empty' | 'failed' | 'missed';

const FATES: Readonly<Record<Delivery['state'], Fate>> = {
  claimed: 'claimed',
  unknown: 'sent',
  posted: 'confirmed',
  empty: 'empty',
  refused: 'failed',
};

/** One slot in the ledger of digests. Instants are ISO 8601 in UTC. */
export interface LedgerRow {
  readonly channel: string;
  readonly slot: string;
  /** Of a message in the thread of a digest: which, from 1. */
  readonly part?: number;
  readonly fate: Fate;
  /** When that was so; null while it is planned. */
  readonly at: string | null;
  /** Slack's error code, where it said no or left it open. */
  readonly reason: string | null;
  /** When a failed one is tried again; absent where it isn't, or waits for somebody's hand. */
  readonly retryAt?: string;
  /** The message, once known. */
  readonly ts: string | null;
  readonly stories: number;
  readonly articles: number;
  /** What had no room; null where nothing was left out. */
  readonly leftOut: LeftOut | null;
  readonly late: boolean;
  /** The slot whose digest made a missed one good. */
  readonly madeGoodBy?: string;
}

/** Every slot of a channel that the ledger knows, oldest first, and the one that is next; `now` is ISO 8601 in UTC. */
export function ledgerRows(
  subscription: Subscription,
  deliveries: readonly Delivery[],
  now: string,
): readonly LedgerRow[] {
  const { channel, schedule } = subscription;
  const rows = deliveries.flatMap((delivery) => [
    ...(delivery.missed ?? []).map((slot) => missedRow(slot, delivery)),
    rowOf(delivery),
  ]);
  if (pausedBy(deliveries) !== undefined) return rows;
  const next = nextSlot(schedule, now);
  return [...rows, { ...NOTHING, channel, slot: next, fate: 'planned', at: null }];
}

const NOTHING = { reason: null, ts: null, stories: 0, articles: 0, leftOut: null, late: false };

function rowOf(delivery: Delivery): LedgerRow {
  const { channel, slot, part, state, at, reason, ts, digest, late, retryAt } = delivery;
  return {
    ...(part !== undefined && { part }),
    ...{ channel, slot, fate: FATES[state], at, reason, ts },
    ...(state === 'refused' && retryAt !== undefined && { retryAt }),
    stories: digest.stories.length,
    articles: digest.sources.length,
    leftOut: digest.leftOut ?? null,
    late: late ?? false,
  };
}

function missedRow(slot: string, { channel, slot: madeGoodBy, at }: Delivery): LedgerRow {
  return { ...NOTHING, channel, slot, fate: 'missed', at, madeGoodBy };
}
