import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewArticle } from '../../../src/corpus/corpus.ts';
import { articleFromFile } from '../../../src/ingest/files/article-file.ts';
import { pageReader } from '../../../src/ingest/pages/read-pages.ts';
import type { Refusal } from '../../../src/news/refusal.ts';
import { temporaryFolder } from '../../corpus/temporary-folder.ts';

/** Writes a file and reads it as an article. */
export async function readAs(
  name: string,
  content: string | Uint8Array,
): Promise<NewArticle | Refusal> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  const pages = pageReader();
  try {
    return await articleFromFile(path, pages);
  } finally {
    await pages.close();
  }
}
