/** Work that has begun, so that a shutdown can wait for it: Bolt's `stop` does not. */
export interface InFlight {
  /** Runs a piece of work and counts it until it ends. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when all that was under way has ended. */
  readonly settled: () => Promise<void>;
}

export function countInFlight(): InFlight {
  const works = new Set<Promise<unknown>>();
  return {
    track: async (work) => {
      works.add(work);
      try {
        return await work;
      } finally {
        works.delete(work);
      }
    },
    settled: async () => {
      await Promise.allSettled(works);
    },
  };
}
