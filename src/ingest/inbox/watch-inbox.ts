import type { Corpus } from '../../corpus/corpus.ts';
import { explainFailure } from '../../corpus/storage-error.ts';
import type { Refusal } from '../../news/refusal.ts';
import type { Ingested } from '../files/add-read.ts';
import { dropBox } from './dropped-files.ts';
import { inboxFolders, makeInbox } from './inbox-folders.ts';
import { type Look, lookAgain, type Watch } from './look-again.ts';
import { type Answered, doRequests, forgetReceipts } from './requests.ts';

const LOOK_AGAIN_MS = 5_000;
const HOUR_MS = 3_600_000;

/** What the inbox has to tell. */
export type InboxNews =
  | ({ readonly kind: 'file' } & Ingested)
  | ({ readonly kind: 'request' } & Answered)
  | { readonly kind: 'failed'; readonly refusal: Refusal };

/**
 * Watches the inbox of a data folder that this process owns: reads dropped files in, does what other
 * processes ask for, and tells of each.
 */
export async function watchInbox(
  corpus: Corpus,
  folder: string,
  tell: (news: InboxNews) => void,
): Promise<Watch | Refusal> {
  const folders = inboxFolders(folder);
  try {
    await makeInbox(folders);
  } catch (error) {
    return explainFailure(folders.inbox, 'make', error);
  }
  const files = dropBox(corpus, folders);
  let forgottenAt = 0;

  async function look({ failed, part, soon, isOver }: Look): Promise<void> {
    await part('do the requests in', async () => {
      for (const answered of await doRequests(corpus, folders)) {
        if ('postponed' in answered) failed(answered.postponed);
        else tell({ kind: 'request', ...answered });
      }
    });
    await part('read the files in', async () => {
      for await (const taken of files.take()) {
        if (taken.kind === 'unsettled') soon();
        else if (taken.kind === 'failed') failed(taken.refusal);
        else tell(taken);
        if (isOver()) break;
      }
    });
    if (Date.now() - forgottenAt > HOUR_MS) {
      await part('clear', async () => {
        await forgetReceipts(folders);
        forgottenAt = Date.now();
      });
    }
  }

  const watch = lookAgain({
    folders: [folders.inbox, folders.requests],
    named: folders.inbox,
    everyMs: LOOK_AGAIN_MS,
    look,
    tell: (refusal) => tell({ kind: 'failed', refusal }),
  });
  return {
    async stop() {
      await watch.stop();
      await files.close();
    },
  };
}
