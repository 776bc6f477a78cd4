import type { Added, NewArticle } from '../../corpus/corpus.ts';
import { PartlyAdded } from '../../corpus/partly-added.ts';
import { StorageError } from '../../corpus/storage-error.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { type PageReader, pageReader } from '../pages/read-pages.ts';
import { articleFromBytes, articleFromFile } from './article-file.ts';
import { filesUnder } from './files-under.ts';

/** What became of one file. */
export type Ingested =
  | {
      readonly path: string;
      readonly id: string;
      readonly title: string | null;
      readonly change: Added['change'];
    }
  | { readonly path: string; readonly refusal: Refusal };

/** Adds articles to the corpus, here or through the process that owns it. */
export type AddArticles = (articles: readonly NewArticle[]) => Promise<readonly Added[] | Refusal>;

const BATCH = 25;

interface Read {
  readonly path: string;
  readonly article: NewArticle;
}

/** Adds what has been read in one step; a refusal or a full disk is told of each file that was not added. */
async function addBatch(add: AddArticles, batch: readonly Read[]): Promise<readonly Ingested[]> {
  let added: readonly Added[] | Refusal;
  try {
    added = await add(batch.map(({ article }) => article));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    added = error;
  }
  const done = added instanceof PartlyAdded ? added.added : isRefusal(added) ? [] : added;
  return batch.map(({ path, article }, index) => {
    const one = done[index];
    if (one === undefined && isRefusal(added)) return { path, refusal: added };
    const { id, title } = article;
    return { path, id, title, change: one?.change ?? 'unchanged' };
  });
}

const TYPED = 10_000_001;

async function bytesFrom(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of input) {
    parts.push(part);
    length += part.length;
    // More than is allowed is enough to refuse it.
    if (length >= TYPED) break;
  }
  return Buffer.concat(parts);
}

async function* articlesOf(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  pages: PageReader,
): AsyncGenerator<{ readonly path: string; readonly read: NewArticle | Refusal }> {
  for (const given of paths) {
    if (given === '-') {
      const name = 'standard input';
      yield { path: '-', read: await articleFromBytes(name, await bytesFrom(stdin), pages) };
      continue;
    }
    let files = 0;
    for await (const { path, refusal } of filesUnder(given)) {
      files += 1;
      yield { path, read: refusal ?? (await articleFromFile(path, pages)) };
    }
    if (files === 0) {
      const empty = refuse(`The folder ${given} holds no files.`, 'Name another one.');
      yield { path: given, read: empty };
    }
  }
}

/**
 * Reads files and folders ("-" is standard input) and adds their articles, some at a time.
 * Tells of each file in turn; what is refused stops nothing else.
 */
export async function ingestPaths(
  add: AddArticles,
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  tell: (ingested: Ingested) => void,
): Promise<readonly Ingested[]> {
  const pages = pageReader();
  const all: Ingested[] = [];
  let batch: Read[] = [];
  const say = (ingested: Ingested) => {
    all.push(ingested);
    tell(ingested);
  };
  try {
    for await (const { path, read } of articlesOf(paths, stdin, pages)) {
      if (isRefusal(read)) {
        say({ path, refusal: read });
        continue;
      }
      batch.push({ path, article: read });
      if (batch.length < BATCH) continue;
      for (const ingested of await addBatch(add, batch)) say(ingested);
      batch = [];
    }
    if (batch.length > 0) for (const ingested of await addBatch(add, batch)) say(ingested);
  } finally {
    await pages.close();
  }
  return all;
}
