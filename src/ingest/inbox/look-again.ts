import { type FSWatcher, watch } from 'node:fs';
import type { Refusal } from '../../news/refusal.ts';
import { anyFailure } from '../any-failure.ts';

/** One look at folders under watch. */
export interface Look {
  /** Tells of a failure; one that the look before told already is not told again. */
  failed(refusal: Refusal): void;
  /** Does one part of a look; what goes wrong in it, a defect of ours included, is told and stops no other. */
  part(doing: string, work: () => Promise<void>): Promise<void>;
  /** Asks for the next look soon: something is still being written. */
  soon(): void;
  /** True once the watch is being stopped: the look should end after what is under way. */
  isOver(): boolean;
}

/** Folders under watch. */
export interface Watch {
  /** Resolves when what is under way is finished. */
  stop(): Promise<void>;
}

/** What is watched, and how. */
export interface Watching {
  /** Folders whose changes bring on a look at once, where the system tells of them. */
  readonly folders: readonly string[];
  /** What a failure is told of. */
  readonly named: string;
  /** After so long the next look comes by itself, in milliseconds: it finds what the system did not tell. */
  readonly everyMs: number;
  look(look: Look): Promise<void>;
  tell(refusal: Refusal): void;
}

const SOON_MS = 500;

function watched(folders: readonly string[], look: () => void): readonly FSWatcher[] {
  return folders.flatMap((folder) => {
    try {
      // Looking again from time to time finds what a watcher misses, so one that fails is no loss.
      return watch(folder, look).on('error', () => {});
    } catch {
      return [];
    }
  });
}

/** Looks at once, then whenever something changes and from time to time, one look after another. */
export function lookAgain({ folders, named, everyMs, look, tell }: Watching): Watch {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let isStopped = false;
  let isDue = false;
  let told: ReadonlySet<string> = new Set();

  async function pass(): Promise<void> {
    const failures = new Set<string>();
    let isSoon = false;
    const failed = (refusal: Refusal) => {
      // A full disk stays full for a while: once is enough.
      if (!told.has(refusal.refused) && !failures.has(refusal.refused)) tell(refusal);
      failures.add(refusal.refused);
    };
    await look({
      failed,
      part: (doing, work) => work().catch((error) => failed(anyFailure(named, doing, error))),
      soon: () => {
        isSoon = true;
      },
      isOver: () => isStopped,
    });
    told = failures;
    if (!isStopped) timer = setTimeout(begin, isSoon ? SOON_MS : everyMs);
  }

  function begin(): void {
    isDue = true;
    if (isStopped || looking !== undefined) return;
    clearTimeout(timer);
    looking = (async () => {
      while (isDue && !isStopped) {
        isDue = false;
        clearTimeout(timer);
        await pass();
      }
      looking = undefined;
    })();
  }

  const watchers = watched(folders, begin);
  begin();
  return {
    async stop() {
      isStopped = true;
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      await looking;
    },
  };
}
