import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { contentsOf } from './contents.ts';
import { flushFolder, UNFINISHED } from './durable-write.ts';
import { loadFiles } from './load.ts';
import type { OwnedCorpus } from './owned-corpus.ts';
import { takeOwnership } from './owner.ts';
import { isDatabase } from './postgres/address.ts';
import { openDatabase } from './postgres/open.ts';
import { readerOf, type SeenCorpus } from './reader.ts';
import { emptyIndex } from './search-index.ts';
import { explainFailure, StorageError } from './storage-error.ts';
import { writerOf } from './writer.ts';

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

async function openFolder(folder: string, now: () => Date): Promise<OwnedCorpus | Refusal> {
  const ownership = await takeOwnership(folder);
  if (isRefusal(ownership)) return ownership;
  try {
    await makeFolders(folder);
    const index = emptyIndex();
    const files = await loadFiles(folder, 'owner', index.put);
    if (isRefusal(files)) {
      await ownership.release();
      return files;
    }
    const contents = contentsOf(files, index);
    const admit = async () => {
      if (await ownership.holds()) return;
      throw new StorageError({
        refused: `The data folder ${folder} was let go, deleted, or taken over by another process.`,
        next: 'Start this process again.',
      });
    };
    return writerOf(folder, contents, admit, now, ownership.release);
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
    const files = await loadFiles(folder, 'reader');
    return isRefusal(files) ? files : readerOf(contentsOf(files));
  } catch (error) {
    return explainFailure(folder, 'open the data folder', error);
  }
}
