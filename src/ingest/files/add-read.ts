import type { Added, NewArticle } from '../../corpus/corpus.ts';
import { PartlyAdded } from '../../corpus/partly-added.ts';
import { StorageError } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal } from '../../news/refusal.ts';
import type { FileContents } from './article-file.ts';
import type { StoryLink } from './mail/story-links.ts';

/** What became of one file. */
export type Ingested =
  | {
      readonly path: string;
      readonly id: string;
      readonly title: string | null;
      readonly change: Added['change'];
      /** The stories that a mail links; absent for other kinds of file. */
      readonly links?: readonly StoryLink[];
      /** What in it was not read, each as a reader would name it. */
      readonly unread: readonly string[];
    }
  | { readonly path: string; readonly refusal: Refusal };

/** Adds articles to the corpus, here or through the process that owns it. */
export type AddArticles = (articles: readonly NewArticle[]) => Promise<readonly Added[] | Refusal>;

/** A file that has been read, or why it was not. */
export interface ReadFile {
  readonly path: string;
  readonly read: FileContents | Refusal;
}

const BATCH = 25;

interface Readable {
  readonly path: string;
  readonly contents: FileContents;
}

/** Adds what has been read in one step; a refusal or a full disk is told of each file that was not added. */
async function addBatch(
  add: AddArticles,
  batch: readonly Readable[],
): Promise<readonly Ingested[]> {
  if (batch.length === 0) return [];
  let added: readonly Added[] | Refusal;
  try {
    added = await add(batch.map(({ contents }) => contents.article));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    added = error;
  }
  const done = added instanceof PartlyAdded ? added.added : isRefusal(added) ? [] : added;
  return batch.map(({ path, contents }, index) => {
    const one = done[index];
    if (one === undefined && isRefusal(added)) return { path, refusal: added };
    const { article, ...beside } = contents;
    const { id, title } = article;
    return { path, id, title, change: one?.change ?? 'unchanged', ...beside };
  });
}

/** Adds the articles of files as they are read, some at a time, and tells of each; what is refused stops nothing else. */
export async function* addRead(
  add: AddArticles,
  files: AsyncIterable<ReadFile>,
): AsyncGenerator<Ingested> {
  let batch: Readable[] = [];
  for await (const { path, read } of files) {
    if (isRefusal(read)) {
      yield { path, refusal: read };
      continue;
    }
    batch.push({ path, contents: read });
    if (batch.length < BATCH) continue;
    yield* await addBatch(add, batch);
    batch = [];
  }
  yield* await addBatch(add, batch);
}
