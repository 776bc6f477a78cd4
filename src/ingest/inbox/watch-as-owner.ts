import { setTimeout as pause } from 'node:timers/promises';
import { isInUse, takeOwnership } from '../../corpus/owner.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import type { Watch } from './look-again.ts';

const LOOK_AGAIN_MS = 15_000;

/**
 * Watches once this process owns the data folder: at once, or when whoever owns it has let it go. So of several that
 * share a library and a folder, one reads what is left there.
 */
export async function watchAsOwner(
  folder: string,
  begin: () => Promise<Watch | Refusal>,
  tell: (refusal: Refusal) => void,
): Promise<Watch | Refusal> {
  const stopping = new AbortController();
  let watch: Watch | undefined;
  let release = async () => {};

  /** Undefined where another process has it. */
  async function tryIt(): Promise<Watch | Refusal | undefined> {
    const ownership = await takeOwnership(folder);
    if (isRefusal(ownership)) return isInUse(ownership) ? undefined : ownership;
    const begun = await begin();
    if (isRefusal(begun)) await ownership.release();
    else [watch, release] = [begun, ownership.release];
    return begun;
  }

  async function keepTrying(): Promise<void> {
    while (watch === undefined && !stopping.signal.aborted) {
      await pause(LOOK_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      const tried = await tryIt();
      if (isRefusal(tried)) tell(tried);
    }
  }

  const first = await tryIt();
  if (isRefusal(first)) return first;
  const trying = keepTrying();
  return {
    async stop() {
      stopping.abort();
      await trying;
      await watch?.stop();
      await release();
    },
  };
}
