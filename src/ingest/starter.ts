import { join } from 'node:path';
import type { NewArticle } from '../corpus/corpus.ts';
import type { OwnedCorpus } from '../corpus/owned-corpus.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { articleFromFile } from './files/article-file.ts';
import { fileReaders } from './files/file-readers.ts';
import { filesUnder } from './files/files-under.ts';
import { seedTopics } from './topics/seed-topics.ts';

/**
 * Loads the starter articles once for a data folder, and takes what was edited in topics.yml. A crash half way is
 * made good by the next call. Gives what was refused; the rest is loaded. Throws StorageError.
 */
export async function loadStarter(corpus: OwnedCorpus, seeds: string): Promise<readonly Refusal[]> {
  const refused = [...(await seedTopics(corpus, join(seeds, 'topics.yml')))];
  if (await corpus.starterLoaded()) return refused;
  const readers = fileReaders();
  const articles: NewArticle[] = [];
  try {
    for await (const { path, refusal } of filesUnder(join(seeds, 'articles'))) {
      const read = refusal ?? (await articleFromFile(path, readers));
      if (isRefusal(read)) refused.push(read);
      else articles.push(read);
    }
  } finally {
    await readers.close();
  }
  await corpus.add(articles);
  await corpus.markStarterLoaded();
  return refused;
}
