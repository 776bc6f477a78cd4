import { type FSWatcher, watch } from 'node:fs';
import type { Corpus } from '../../corpus/corpus.ts';
import { explainFailure } from '../../corpus/storage-error.ts';
import type { Refusal } from '../../news/refusal.ts';
import { anyFailure } from '../any-failure.ts';
import type { Ingested } from '../files/ingest-paths.ts';
import { dropBox } from './dropped-files.ts';
import { type InboxFolders, inboxFolders, makeInbox } from './inbox-folders.ts';
import { type Answered, doRequests, forgetReceipts } from './requests.ts';

const LOOK_AGAIN_MS = 5_000;
const UNSETTLED_MS = 500;
const HOUR_MS = 3_600_000;

/** What the inbox has to tell. */
export type InboxNews =
  | ({ readonly kind: 'file' } & Ingested)
  | ({ readonly kind: 'request' } & Answered)
  | { readonly kind: 'failed'; readonly refusal: Refusal };

/** An inbox under watch. */
export interface InboxWatch {
  /** Resolves when what is under way is finished. */
  stop(): Promise<void>;
}

function watched(folders: InboxFolders, look: () => void): readonly FSWatcher[] {
  return [folders.inbox, folders.requests].flatMap((folder) => {
    try {
      // Looking again from time to time finds what a watcher misses, so one that fails is no loss.
      return watch(folder, look).on('error', () => {});
    } catch {
      return [];
    }
  });
}

/**
 * Watches the inbox of a data folder that this process owns: reads dropped files in, does what other
 * processes ask for, and tells of each.
 */
export async function watchInbox(
  corpus: Corpus,
  folder: string,
  tell: (news: InboxNews) => void,
): Promise<InboxWatch | Refusal> {
  const folders = inboxFolders(folder);
  try {
    await makeInbox(folders);
  } catch (error) {
    return explainFailure(folders.inbox, 'make', error);
  }
  const files = dropBox(corpus, folders);
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let stopped = false;
  let lookAgain = false;
  let told: ReadonlySet<string> = new Set();
  let forgottenAt = 0;

  async function pass(): Promise<void> {
    const failures = new Set<string>();
    function failed(refusal: Refusal): void {
      // A full disk stays full for a while: once is enough.
      if (!told.has(refusal.refused)) tell({ kind: 'failed', refusal });
      failures.add(refusal.refused);
    }
    /** One part of a look; what goes wrong in it stops no other. */
    async function part(doing: string, work: () => Promise<void>): Promise<void> {
      await work().catch((error) => failed(anyFailure(folders.inbox, doing, error)));
    }

    let unsettled = false;
    await part('do the requests in', async () => {
      for (const answered of await doRequests(corpus, folders)) {
        if ('postponed' in answered) failed(answered.postponed);
        else tell({ kind: 'request', ...answered });
      }
    });
    await part('read the files in', async () => {
      for await (const taken of files.take()) {
        if (taken.kind === 'unsettled') unsettled = true;
        else if (taken.kind === 'failed') failed(taken.refusal);
        else tell(taken);
        if (stopped) break;
      }
    });
    if (Date.now() - forgottenAt > HOUR_MS) {
      await part('clear', async () => {
        await forgetReceipts(folders);
        forgottenAt = Date.now();
      });
    }
    told = failures;
    if (!stopped) timer = setTimeout(look, unsettled ? UNSETTLED_MS : LOOK_AGAIN_MS);
  }

  function look(): void {
    lookAgain = true;
    if (stopped || looking !== undefined) return;
    clearTimeout(timer);
    looking = (async () => {
      while (lookAgain && !stopped) {
        lookAgain = false;
        clearTimeout(timer);
        await pass();
      }
      looking = undefined;
    })();
  }

  const watchers = watched(folders, look);
  look();
  return {
    async stop() {
      stopped = true;
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      await looking;
      await files.close();
    },
  };
}
