import type { NewArticle } from '../../corpus/corpus.ts';
import { isRefusal, type Refusal, refuse } from '../../news/refusal.ts';
import { type AddArticles, addRead, type Ingested, type ReadFile } from './add-read.ts';
import { contentsFromBytes, contentsFromFile } from './article-file.ts';
import { type FileReaders, fileReaders } from './file-readers.ts';
import { filesUnder } from './files-under.ts';
import { LARGEST_OF_ALL } from './kinds.ts';

async function bytesFrom(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of input) {
    parts.push(part);
    length += part.length;
    // More than is allowed is enough to refuse it.
    if (length > LARGEST_OF_ALL) break;
  }
  return Buffer.concat(parts);
}

/** Fetches the article at an address. */
export type FetchAt = (url: string, readers: FileReaders) => Promise<NewArticle | Refusal>;

async function* contentsOf(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  readers: FileReaders,
  fetchAt: FetchAt,
  begin: (path: string) => void,
): AsyncGenerator<ReadFile> {
  for (const given of paths) {
    if (given === '-') {
      const name = 'standard input';
      begin(name);
      yield { path: '-', read: await contentsFromBytes(name, await bytesFrom(stdin), readers) };
      continue;
    }
    if (/^https?:/i.test(given)) {
      begin(given);
      const article = await fetchAt(given, readers);
      yield { path: given, read: isRefusal(article) ? article : { article, unread: [] } };
      continue;
    }
    let files = 0;
    for await (const { path, refusal } of filesUnder(given)) {
      files += 1;
      begin(path);
      yield { path, read: refusal ?? (await contentsFromFile(path, readers)) };
    }
    if (files === 0) {
      const empty = refuse(`The folder ${given} holds no files.`, 'Name another one.');
      yield { path: given, read: empty };
    }
  }
}

/**
 * Reads files, folders, and pages at addresses ("-" is standard input) and adds their articles, some at a time.
 * Tells of each file as its reading begins, and of what became of each in turn; what is refused stops nothing else.
 */
export async function ingestPaths(
  add: AddArticles,
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  fetchAt: FetchAt,
  tell: (ingested: Ingested) => void,
  begin: (path: string) => void = () => {},
): Promise<readonly Ingested[]> {
  const readers = fileReaders();
  const all: Ingested[] = [];
  try {
    for await (const ingested of addRead(add, contentsOf(paths, stdin, readers, fetchAt, begin))) {
      all.push(ingested);
      tell(ingested);
    }
  } finally {
    await readers.close();
  }
  return all;
}
