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

/**
 * Removes the articles of which no text has come in for so many days, at the start and then once a day, by one process
 * at a time. `heard` gets how many went, where any did.
 */
export function keepFor(
  days: number,
  corpus: OwnedCorpus,
  heard: (removed: number) => void,
  failed: (error: unknown) => void,
): Retention {
  let isStopped = false;
  const round = async () => {
    const now = new Date().toISOString();
    const removed = await corpus.ifFree('retention', () =>
      removeOld(corpus, days, now, () => isStopped),
    );
    if (removed) heard(removed);
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

/** Removes what came in longer ago than so many days before `now`, ISO 8601; gives how many went. */
export async function removeOld(
  corpus: OwnedCorpus,
  days: number,
  now: string,
  isStopped = () => false,
): Promise<number> {
  const before = new Date(Date.parse(now) - days * DAY_MS).toISOString();
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
