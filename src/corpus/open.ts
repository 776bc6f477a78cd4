import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { contentsOf } from './contents.ts';
import { flushFolder, UNFINISHED } from './durable-write.ts';
import { loadFiles } from './load.ts';
import { takeOwnership } from './owner.ts';
import { readerOf, type SeenCorpus } from './reader.ts';
import { explainFailure, StorageError } from './storage-error.ts';
import { type OwnedCorpus, writerOf } from './writer.ts';

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
 * Opens a data folder as its one owner, making it where there is none. Refuses where another process
 * owns it, where the disk fails, and where a damaged file could lead to a digest posted twice.
 */
export async function openCorpus(
  folder: string,
  now: () => Date = () => new Date(),
): Promise<OwnedCorpus | Refusal> {
  const ownership = await takeOwnership(folder);
  if (isRefusal(ownership)) return ownership;
  try {
    await makeFolders(folder);
    const files = await loadFiles(folder, 'owner');
    if (isRefusal(files)) {
      await ownership.release();
      return files;
    }
    const contents = contentsOf(files);
    await contents.index();
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

/** Opens a data folder to look in, without a lock: what it shows is what was durable at this moment. */
export async function readCorpus(folder: string): Promise<SeenCorpus | Refusal> {
  try {
    const files = await loadFiles(folder, 'reader');
    return isRefusal(files) ? files : readerOf(contentsOf(files));
  } catch (error) {
    return explainFailure(folder, 'open the data folder', error);
  }
}
