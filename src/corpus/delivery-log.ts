import type { Delivery } from '../news/delivery.ts';

/** Deliveries in memory, by channel. */
export interface DeliveryLog {
  /** A channel's deliveries, oldest first. */
  of(channel: string): readonly Delivery[];
  /** How often those of each channel have changed. */
  changes(): ReadonlyMap<string, number>;
  /** The file that holds the delivery with this id. */
  shardOf(id: string): string | undefined;
  /** Takes a delivery in, in place of the one with the same id. */
  put(shard: string, delivery: Delivery): void;
  /** Drops deliveries of a channel by their ids; that is no change to what is left of it. */
  drop(channel: string, ids: ReadonlySet<string>): void;
}

/** Lays out deliveries that were read from files, given by shard. */
export function deliveryLog(
  files: ReadonlyMap<string, { readonly value: readonly Delivery[] }>,
): DeliveryLog {
  const shards = new Map<string, string>();
  const channels = new Map<string, Delivery[]>();
  for (const [shard, { value }] of files) {
    for (const delivery of value) {
      shards.set(delivery.id, shard);
      const known = channels.get(delivery.channel);
      if (known === undefined) channels.set(delivery.channel, [delivery]);
      else known.push(delivery);
    }
  }
  for (const all of channels.values()) all.sort(oldestFirst);
  const changes = new Map([...channels].map(([channel, all]) => [channel, all.length]));

  return {
    of: (channel) => channels.get(channel) ?? [],
    changes: () => changes,
    shardOf: (id) => shards.get(id),
    put(shard, delivery) {
      shards.set(delivery.id, shard);
      changes.set(delivery.channel, (changes.get(delivery.channel) ?? 0) + 1);
      const others = (channels.get(delivery.channel) ?? []).filter(({ id }) => id !== delivery.id);
      channels.set(delivery.channel, [...others, delivery].sort(oldestFirst));
    },
    drop(channel, ids) {
      for (const id of ids) shards.delete(id);
      const others = (channels.get(channel) ?? []).filter(({ id }) => !ids.has(id));
      channels.set(channel, others);
    },
  };
}

function oldestFirst(one: Delivery, other: Delivery): number {
  return compare(one.slot, other.slot) || compare(one.at, other.at);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
