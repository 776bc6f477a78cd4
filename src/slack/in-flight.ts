/** Work that has begun, so that a shutdown can wait for it: Bolt's `stop` does not. */
export interface InFlight {
  /** Runs a piece of work and counts it until it ends. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way, or after `deadline` milliseconds; false in the latter case. */
  readonly settled: (deadline: number) => Promise<boolean>;
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
    settled: async (deadline) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), deadline);
      });
      const done = Promise.allSettled(works).then(() => true as const);
      const inTime = await Promise.race([done, late]);
      clearTimeout(timer);
      return inTime;
    },
  };
}
