/** Work that falls due on the workspace's clock. */
export interface Schedule {
  /** Runs `work` once the clock shows `at` (ms since 1970); the answer takes it back. */
  at(at: number, work: () => void): () => void;
  /** Runs what is due by now: for a clock that was moved by hand. */
  tick(): void;
  close(): void;
}

/** A schedule on a clock that may be real, shifted or moved by hand. */
export function createSchedule(now: () => number): Schedule {
  const waiting = new Set<{ at: number; work: () => void; timer: NodeJS.Timeout | undefined }>();

  const tick = () => {
    for (const item of [...waiting].sort((a, b) => a.at - b.at)) {
      if (item.at > now() || !waiting.delete(item)) continue;
      clearTimeout(item.timer);
      item.work();
    }
  };
  const arm = (item: { at: number; timer: NodeJS.Timeout | undefined }) => {
    item.timer = setTimeout(
      () => {
        tick();
        if (waiting.has(item as never)) arm(item);
      },
      Math.max(1, item.at - now()),
    );
    item.timer.unref();
  };
  return {
    at(at, work) {
      const item = { at, work, timer: undefined };
      waiting.add(item);
      arm(item);
      return () => {
        clearTimeout(item.timer);
        waiting.delete(item);
      };
    },
    tick,
    close() {
      for (const item of waiting) clearTimeout(item.timer);
      waiting.clear();
    },
  };
}
