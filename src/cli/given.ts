import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { NewArticle } from '../corpus/corpus.ts';
import { explainFailure } from '../corpus/storage-error.ts';
import { articleFromFile } from '../ingest/files/article-file.ts';
import type { FileReaders } from '../ingest/files/file-readers.ts';
import { filesUnder } from '../ingest/files/files-under.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { readText } from '../reading/read.ts';
import type { BadRow } from './json-rows.ts';
import { type Row, rowsOf } from './rows.ts';

/** An article given on the command line, read. */
export interface Given {
  /** The file's path, or the id of its line. */
  readonly id: string | number;
  readonly article: NewArticle;
  /** True where it was a line of JSON, so that its text is known to whoever gave it. */
  readonly isRow: boolean;
  readonly notice?: Refusal;
}

/** The articles of a file or folder: files as `ingest` reads them, and JSON lines from a .jsonl file. */
export async function* articlesAt(
  path: string,
  readers: FileReaders,
): AsyncGenerator<Given | BadRow> {
  for await (const file of filesUnder(path)) {
    const { path: id } = file;
    if (file.refusal === undefined && extname(id).toLowerCase() === '.jsonl') {
      yield* articlesInLines(id, createReadStream(id));
      continue;
    }
    const article = file.refusal ?? (await articleFromFile(id, readers));
    yield isRefusal(article) ? { id, refusal: article } : { id, article, isRow: false };
  }
}

/** The articles of a stream of JSON lines; `name` is what refusals name. */
export async function* articlesInLines(
  name: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Given | BadRow> {
  try {
    for await (const row of rowsOf(name, stream)) yield 'refusal' in row ? row : fromRow(row);
  } catch (error) {
    yield { id: name, refusal: explainFailure(name, 'read', error) };
  }
}

/** The text stays as it was given: offsets count into it. */
function fromRow({ id, title, text, publishedAt, notice }: Row): Given {
  const facts = { title, outlet: null, author: null, publishedAt, url: null, text, basedOn: [] };
  const article = { id: String(id), ...facts, reading: readText(facts) };
  return { id, article, isRow: true, ...(notice && { notice }) };
}
