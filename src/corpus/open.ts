import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../news/article.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { type Contents, contentsOf } from './contents.ts';
import { flushFolder, UNFINISHED } from './durable-write.ts';
import { articleKeeper } from './kept-article.ts';
import { loadFiles } from './load.ts';
import type { OwnedCorpus } from './owned-corpus.ts';
import { takeOwnership } from './owner.ts';
import { isDatabase } from './postgres/address.ts';
import { openDatabase } from './postgres/open.ts';
import { readerOf, type SeenCorpus } from './reader.ts';
import { readSavedIndex, saveIndex } from './saved-index.ts';
import { newIndex } from './search-index.ts';
import { explainFailure, StorageError } from './storage-error.ts';
import { writerOf } from './writer.ts';

/** From so many articles read anew a start takes long enough for the next to be spared it. */
const WORTH_SAVING = 500;
/** Whoever closes a folder has to be done with it soon, in milliseconds. */
const SAVING_MS = 4_000;

async function makeFolders(folder: string): Promise<void> {
  const inside = ['articles', 'deliveries', 'feeds', 'shown'].map((name) => join(folder, name));
  for (const path of [folder, ...inside]) {
    await mkdir(path, { recursive: true });
    for (const name of await readdir(path)) {
      if (name.endsWith(UNFINISHED)) await rm(join(path, name), { force: true });
    }
  }
  await flushFolder(folder);
}

/**
 * Opens a corpus for changes: a database by its address, or a data folder as its one owner, making it where there is
 * none. Refuses a database that cannot be reached, a folder that another process owns, a disk that fails, and a
 * damaged file that could lead to a digest posted twice.
 */
export async function openCorpus(
  place: string,
  now: () => Date = () => new Date(),
): Promise<OwnedCorpus | Refusal> {
  return isDatabase(place) ? openDatabase(place, now) : openFolder(place, now);
}

/** What is in a folder, and how many of its articles had to be read: the rest was in the saved index. */
async function openContents(
  folder: string,
  as: 'owner' | 'reader',
): Promise<{ readonly contents: Contents; readonly read: number } | Refusal> {
  const keeper = articleKeeper();
  const saved = await readSavedIndex(folder, keeper);
  const { files: known, index } = saved ?? { files: new Map(), index: newIndex() };
  let read = 0;
  const look = (article: Article) => {
    read += 1;
    index.put(article);
  };
  const files = await loadFiles(folder, as, { keeper, known, look });
  if (isRefusal(files)) return files;
  const contents = contentsOf(files, index);
  for (const { value } of known.values()) {
    for (const { id } of value) if (!contents.articles.has(id)) index.drop(id);
  }
  // Somebody may have copied files, so that an article stands in several.
  for (const id of contents.articles.keys()) {
    const newest = contents.newest(id);
    if (newest !== undefined && !index.holds(newest)) index.put(newest);
  }
  return { contents, read };
}

/**
 * Saves the index of a folder while that is this process's, unless nothing has changed since it was saved. It is saved for
 * the next start alone, which can do without where the disk fails or saving is given up.
 */
function indexSaver(
  folder: string,
  contents: Contents,
  isSaved: boolean,
  holds: () => Promise<boolean>,
): (giveUp?: AbortSignal) => Promise<void> {
  let savedAt = isSaved ? contents.changes : undefined;
  return async (giveUp) => {
    if (savedAt === contents.changes || !(await holds())) return;
    try {
      await saveIndex(folder, contents.files.articles, contents.index, giveUp);
      savedAt = contents.changes;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  };
}

async function openFolder(folder: string, now: () => Date): Promise<OwnedCorpus | Refusal> {
  const ownership = await takeOwnership(folder);
  if (isRefusal(ownership)) return ownership;
  try {
    await makeFolders(folder);
    const opened = await openContents(folder, 'owner');
    if (isRefusal(opened)) {
      await ownership.release();
      return opened;
    }
    const { contents, read } = opened;
    const save = indexSaver(folder, contents, read === 0, ownership.holds);
    // Not all that opens a folder gets to close it.
    if (read > WORTH_SAVING) await save();
    const admit = async () => {
      if (await ownership.holds()) return;
      throw new StorageError({
        refused: `The data folder ${folder} was let go, deleted, or taken over by another process.`,
        next: 'Start this process again.',
      });
    };
    return writerOf(folder, contents, admit, now, async () => {
      try {
        await save(AbortSignal.timeout(SAVING_MS));
      } finally {
        await ownership.release();
      }
    });
  } catch (error) {
    await ownership.release().catch(() => {});
    return explainFailure(folder, 'open the data folder', error);
  }
}

/** Opens a corpus to look in, without a lock: of a folder it shows what was durable at this moment. */
export async function readCorpus(place: string): Promise<SeenCorpus | Refusal> {
  return isDatabase(place) ? openDatabase(place) : readFolder(place);
}

async function readFolder(folder: string): Promise<SeenCorpus | Refusal> {
  try {
    const opened = await openContents(folder, 'reader');
    return isRefusal(opened) ? opened : readerOf(opened.contents);
  } catch (error) {
    return explainFailure(folder, 'open the data folder', error);
  }
}
