import { createHash } from 'node:crypto';

/** Length in characters from which a day's file is full and what that day has more goes to another. */
export const FULL = 40_000;

/** A day's file: "2015-06-22", then "2015-06-22-2" and on. `length` tells how long one already is. */
export function shardFor(day: string, length: (shard: string) => number): string {
  for (let part = 1; ; part += 1) {
    const shard = part === 1 ? day : `${day}-${part}`;
    if (length(shard) < FULL) return shard;
  }
}

/** The file of a feed by its address, or of a reader by id: spread evenly, so that each change writes a small one. */
export function spreadShard(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 2);
}
