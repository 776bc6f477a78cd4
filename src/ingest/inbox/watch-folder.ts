import { access, constants, realpath, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Corpus } from '../../corpus/corpus.ts';
import { explainFailure } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { type AddArticles, addRead, type ReadFile } from '../files/add-read.ts';
import { fileReaders } from '../files/file-readers.ts';
import { filesUnder } from '../files/files-under.ts';
import { type Look, lookAgain, type Watch } from './look-again.ts';
import { isUnfinished, looksOf, settling } from './settling.ts';
import type { InboxNews } from './watch-inbox.ts';
import { openWatchedFiles, type WatchedFiles } from './watched-files.ts';
import { whateverItHolds } from './whatever-it-holds.ts';

/** Where the system tells of changes a look comes at once; this one is for network drives and folders inside. */
const LOOK_AGAIN_MS = 15_000;
/** So many files are read before what has been read is written down. */
const SAVED_EVERY = 250;

/** What the watch tells: of each file that was read or refused, and of what went wrong otherwise. */
export type FolderNews = Exclude<InboxNews, { readonly kind: 'request' }>;

interface Noted {
  readonly looks: string;
  /** Whether it was the file that was refused, and not adding it that failed. */
  readonly isRefused: boolean;
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way.startsWith('..') || way === inner);
}

/** Why a folder can't be watched; undefined where it can. */
async function whyNot(data: string, folder: string): Promise<Refusal | undefined> {
  const next = 'Correct WATCH_FOLDER, or leave it empty.';
  try {
    if (!(await stat(folder)).isDirectory())
      return refuse(`${folder} is no folder to watch.`, next);
    const [own, watched] = [await realpath(data), await realpath(folder)];
    if (!isWithin(own, watched) && !isWithin(watched, own)) return undefined;
    return refuse(
      `${folder} can't be watched: it holds the bot's own files in ${data}, or is among them.`,
      next,
    );
  } catch (error) {
    const { refused } = explainFailure(folder, 'watch', error);
    return refuse(refused, next);
  }
}

/**
 * Watches a folder and reads its files as they appear and when they change, without touching them; one that goes
 * from the folder stays in the library. What was read is remembered in the data folder, which this process owns.
 */
export async function watchFolder(
  corpus: Corpus,
  data: string,
  folder: string,
  tell: (news: FolderNews) => void,
): Promise<Watch | Refusal> {
  const refusal = await whyNot(data, folder);
  if (refusal !== undefined) return refusal;
  try {
    const remembered = await openWatchedFiles(data, folder);
    return startWatch(corpus, folder, remembered, tell);
  } catch (error) {
    return explainFailure(data, 'read the memory of a watched folder in', error);
  }
}

function startWatch(
  corpus: Corpus,
  folder: string,
  remembered: WatchedFiles,
  tell: (news: FolderNews) => void,
): Watch {
  const files = settling();
  const readers = fileReaders();

  /** How a file that has to be read looks; undefined where it has been read, is being written, or cannot be opened. */
  async function lookToRead(path: string, look: Look): Promise<string | undefined> {
    const looks = await looksOf(path).catch(() => undefined);
    if (looks === undefined || remembered.isRead(path, looks)) return undefined;
    try {
      await access(path, constants.R_OK);
    } catch (error) {
      // Not remembered: giving the permission does not change how the file looks.
      look.failed(explainFailure(path, 'read', error));
      return undefined;
    }
    const settled = await files.settled(path);
    if (settled === undefined) look.soon();
    return settled;
  }

  /** The files that are new or changed, read one by one; `noted` gets how each looked. */
  async function* changed(look: Look, noted: Map<string, Noted>): AsyncGenerator<ReadFile> {
    const found = new Set<string>();
    for await (const { path, refusal } of filesUnder(folder)) {
      if (look.isOver()) return;
      found.add(path);
      if (refusal !== undefined) look.failed(refusal);
      if (refusal !== undefined || isUnfinished(path)) continue;
      const looks = await lookToRead(path, look);
      if (looks === undefined) continue;
      const read = await whateverItHolds(path, readers);
      noted.set(path, { looks, isRefused: isRefusal(read) });
      yield { path, read };
    }
    // A drive that is not there for a while is empty, and its files have not gone.
    if (found.size > 0) remembered.keepOnly(found);
  }

  async function readChanged(look: Look): Promise<void> {
    const noted = new Map<string, Noted>();
    const add: AddArticles = (articles) => corpus.add(articles);
    let unsaved = 0;
    for await (const ingested of addRead(add, changed(look, noted))) {
      const note = noted.get(ingested.path);
      if (note === undefined) continue;
      if ('refusal' in ingested && !note.isRefused) {
        // The disk's failure, not the file's: the next look tries again.
        look.failed(ingested.refusal);
        continue;
      }
      tell({ kind: 'file', ...ingested });
      remembered.read(ingested.path, note.looks);
      files.forget(ingested.path);
      unsaved += 1;
      if (unsaved % SAVED_EVERY === 0) await remembered.save();
    }
  }

  const watch = lookAgain({
    folders: [folder],
    named: folder,
    everyMs: LOOK_AGAIN_MS,
    async look(look) {
      await look.part('read the files of', () => readChanged(look));
      await look.part('remember the files of', () => remembered.save());
    },
    tell: (refusal) => tell({ kind: 'failed', refusal }),
  });
  return {
    async stop() {
      await watch.stop();
      await readers.close();
    },
  };
}
