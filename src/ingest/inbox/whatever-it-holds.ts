import type { Refusal } from '../../news/refusal.ts';
import { anyFailure } from '../any-failure.ts';
import { contentsFromFile, type FileContents } from '../files/article-file.ts';
import type { FileReaders } from '../files/file-readers.ts';

/** What a file holds or a refusal, whatever it is: one that trips our reading must not stop the bot at each start. */
export async function whateverItHolds(
  path: string,
  readers: FileReaders,
): Promise<FileContents | Refusal> {
  try {
    return await contentsFromFile(path, readers);
  } catch (error) {
    return anyFailure(path, 'read', error);
  }
}
