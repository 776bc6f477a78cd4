/**
 * Runs work for a channel after all earlier work for the same channel has ended; other channels don't wait. Where
 * `busy` is given, the turn of another process is not waited for, and that is what it comes to.
 */
export type InTurn = <T>(channel: string, work: () => Promise<T>, busy?: () => T) => Promise<T>;

/** A queue per channel, which holds nothing once it is empty. One process makes one, which knows of no other process. */
export function takeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (channel, work) => {
    const turn = (last.get(channel) ?? Promise.resolve()).then(work, work);
    last.set(channel, turn);
    try {
      return await turn;
    } finally {
      if (last.get(channel) === turn) last.delete(channel);
    }
  };
}
