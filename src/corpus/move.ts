import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { contentsOf } from './contents.ts';
import { articleKeeper } from './kept-article.ts';
import { loadFiles } from './load.ts';
import { takeOwnership } from './owner.ts';
import { moveInto, type TellMove } from './postgres/move.ts';
import { newIndex } from './search-index.ts';
import { explainFailure } from './storage-error.ts';

/** What a move came to. */
export interface Moved {
  readonly articles: number;
  readonly revisions: number;
}

/**
 * Moves a data folder into a database, checked, and leaves the folder as it is. Refuses where there is no folder, where
 * a process owns it, where a file of it is damaged, and where something else is in the database.
 */
export async function moveCorpus(
  folder: string,
  address: string,
  tell: TellMove,
): Promise<Moved | Refusal> {
  if ((await stat(join(folder, 'corpus.json')).catch(() => undefined)) === undefined) {
    return refuse(
      `There is no library in ${folder}.`,
      'Set DATA_FOLDER to the folder to be moved.',
    );
  }
  const ownership = await takeOwnership(folder);
  if (isRefusal(ownership)) return ownership;
  try {
    // As a reader, and every file: nothing is set aside, and nothing damaged goes unseen.
    const reading = { keeper: articleKeeper(), known: new Map(), look: () => {} };
    const files = await loadFiles(folder, 'reader', reading);
    if (isRefusal(files)) return files;
    const [damaged] = files.problems;
    if (damaged !== undefined) return damaged;
    const contents = contentsOf(files, newIndex());
    const refusal = await moveInto(address, resolve(folder), contents, tell);
    if (refusal !== undefined) return refusal;
    const revisions = [...contents.articles.values()].reduce((sum, all) => sum + all.length, 0);
    return { articles: contents.articles.size, revisions };
  } catch (error) {
    return explainFailure(folder, 'move', error);
  } finally {
    await ownership.release();
  }
}
