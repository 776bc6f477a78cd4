import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFailure } from '../../corpus/storage-error.ts';
import { type Refusal, refuse } from '../../news/refusal.ts';

/** A file to be read, or a path that leads to none. */
export interface FilePath {
  readonly path: string;
  readonly refusal?: Refusal;
}

/**
 * The file a path names, or all files in the folder it names and the folders inside, in order of name.
 * Names that begin with a dot are passed over; a link back into a folder under way is refused.
 */
export async function* filesUnder(path: string): AsyncGenerator<FilePath> {
  yield* walk(path, []);
}

/** How many files `filesUnder` gives for some paths; null where there are more than `most`. */
export async function countFiles(paths: readonly string[], most: number): Promise<number | null> {
  let count = 0;
  for (const path of paths) {
    for await (const _ of filesUnder(path)) {
      count += 1;
      if (count > most) return null;
    }
  }
  return count;
}

async function* walk(path: string, above: readonly string[]): AsyncGenerator<FilePath> {
  let names: readonly string[];
  let real: string;
  try {
    if (!(await stat(path)).isDirectory()) {
      yield { path };
      return;
    }
    real = await realpath(path);
    if (above.includes(real)) {
      const refused = `${path} is a link back to ${real}, which holds it.`;
      yield { path, refusal: refuse(refused, 'Remove that link; the rest was read.') };
      return;
    }
    names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    yield { path, refusal: unreadable(path, error) };
    return;
  }
  for (const name of names) yield* walk(join(path, name), [...above, real]);
}

function unreadable(path: string, error: unknown): Refusal {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? refuse(`There is no file or folder ${path}.`, 'Check its name.')
    : explainFailure(path, 'read', error);
}
