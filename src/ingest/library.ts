import { setTimeout as pause } from 'node:timers/promises';
import { openCorpus, readCorpus } from '../corpus/open.ts';
import type { OwnedCorpus } from '../corpus/owned-corpus.ts';
import { isInUse } from '../corpus/owner.ts';
import type { SeenCorpus } from '../corpus/reader.ts';
import { StorageError } from '../corpus/storage-error.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { shelving } from './shelve.ts';
import { loadStarter } from './starter.ts';

/**
 * Opens a library for changes: a data folder as its owner, or a database by its address. The first time the starter
 * articles are loaded; each time, what was edited in topics.yml since.
 */
export async function openLibrary(
  place: string,
  seeds: string,
  now: () => Date = () => new Date(),
): Promise<OwnedCorpus | Refusal> {
  const corpus = await openCorpus(place, now);
  if (isRefusal(corpus)) return corpus;
  try {
    const library = shelving(corpus);
    const refused = await corpus.exclusively('seeds', () => loadStarter(library, seeds));
    return { ...library, problems: () => [...corpus.problems(), ...refused] };
  } catch (error) {
    await corpus.close();
    if (error instanceof StorageError) return { refused: error.refused, next: error.next };
    throw error;
  }
}

const LONGEST_WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 100;

/**
 * Opens a library to look in, without a lock. Where it was never loaded this takes the lock for as
 * long as loading takes, or waits for the process that is loading it.
 */
export async function readLibrary(place: string, seeds: string): Promise<SeenCorpus | Refusal> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const seen = await readCorpus(place);
    if (isRefusal(seen) || (await seen.starterLoaded())) return seen;
    await seen.close();
    const owned = await openLibrary(place, seeds);
    if (!isRefusal(owned)) await owned.close();
    else if (!isInUse(owned) || waited >= LONGEST_WAIT_MS) return owned;
    else await pause(LOOK_AGAIN_MS);
  }
}
