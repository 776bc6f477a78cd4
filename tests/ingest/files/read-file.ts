import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewArticle } from '../../../src/corpus/corpus.ts';
import { articleFromFile } from '../../../src/ingest/files/article-file.ts';
import { type FileReaders, fileReaders } from '../../../src/ingest/files/file-readers.ts';
import type { Refusal } from '../../../src/news/refusal.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

/** Writes a file and reads it as an article; `shared` readers stay open. */
export async function readAs(
  name: string,
  content: string | Uint8Array,
  shared?: FileReaders,
): Promise<NewArticle | Refusal> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  const readers = shared ?? fileReaders();
  try {
    return await articleFromFile(path, readers);
  } finally {
    if (shared === undefined) await readers.close();
  }
}
