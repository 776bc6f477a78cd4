import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OwnedCorpus } from '../corpus/owned-corpus.ts';

const DAY_MS = 86_400_000;
/** So many ids are asked for at a time. */
const AT_ONCE = 200;

/** Retention at work. */
export interface Retention {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** How many went. */
export interface Removed {
  readonly articles: number;
  readonly deliveries: number;
}

/**
 * Removes the articles of which no text has come in for so many days, and lets `forget` remove the deliveries from before
 * that (an instant, ISO 8601 in UTC), at the start and then once a day, by one process at a time. `heard` gets how many
 * went, where any did.
 */
export function keepFor(
  days: number,
  corpus: OwnedCorpus,
  forget: (before: string, isStopped: () => boolean) => Promise<number>,
  heard: (removed: Removed) => void,
  failed: (error: unknown) => void,
): Retention {
  let isStopped = false;
  const round = async () => {
    const before = new Date(Date.now() - days * DAY_MS).toISOString();
    const removed = await corpus.ifFree('retention', async () => {
      const articles = await removeOld(corpus, before, () => isStopped);
      return { articles, deliveries: await forget(before, () => isStopped) };
    });
    if (removed && removed.articles + removed.deliveries > 0) heard(removed);
  };
  let underWay = round().catch(failed);
  const timer = setInterval(() => {
    underWay = underWay.then(round).catch(failed);
  }, DAY_MS);
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Removes the articles of which nothing has come in since an instant, ISO 8601 in UTC; gives how many went. */
export async function removeOld(
  corpus: OwnedCorpus,
  before: string,
  isStopped = () => false,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids = await corpus.cameBefore(before, AT_ONCE);
    for (const id of ids) {
      if (isStopped()) return removed;
      if (await corpus.remove(id)) removed += 1;
      await nextTurn();
    }
    if (ids.length < AT_ONCE) return removed;
  }
}
