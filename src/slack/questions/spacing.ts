/** Runs work for a channel once all earlier work for it has ended and a pause has passed; other channels don't wait. */
export type Spaced = <T>(channel: string, work: () => Promise<T>) => Promise<T>;

/** Keeps what is done for one channel `apart` milliseconds from one another; remembers no channel that is idle. */
export function spaceOut(apart: number): Spaced {
  const last = new Map<string, Promise<unknown>>();
  return (channel, work) => {
    const done = (last.get(channel) ?? Promise.resolve()).then(work);
    const free = done
      .catch(() => {})
      .then(() => new Promise((resolve) => setTimeout(resolve, apart)))
      .then(() => {
        if (last.get(channel) === free) last.delete(channel);
      });
    last.set(channel, free);
    return done;
  };
}
