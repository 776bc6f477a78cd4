import { join } from 'node:path';
import type { NewArticle } from '../corpus/corpus.ts';
import type { OwnedCorpus } from '../corpus/writer.ts';
import { isRefusal, type Refusal } from '../news/refusal.ts';
import { articleFromFile } from './files/article-file.ts';
import { fileReaders } from './files/file-readers.ts';
import { filesUnder } from './files/files-under.ts';
import { topicsFromFile } from './topics-file.ts';

/** Adds the topics of topics.yml that the corpus does not have; one that it has is left as it is. */
async function loadTopics(corpus: OwnedCorpus, seeds: string): Promise<readonly Refusal[]> {
  const topics = await topicsFromFile(join(seeds, 'topics.yml'));
  if (isRefusal(topics)) return [topics];
  const known = new Set((await corpus.topics()).map(({ name }) => name));
  for (const topic of topics) if (!known.has(topic.name)) await corpus.setTopic(topic);
  return [];
}

/**
 * Loads the starter articles once for a data folder, and the topics that it lacks. A crash half way is
 * made good by the next call. Gives what was refused; the rest is loaded. Throws StorageError.
 */
export async function loadStarter(corpus: OwnedCorpus, seeds: string): Promise<readonly Refusal[]> {
  const refused = [...(await loadTopics(corpus, seeds))];
  if (corpus.starterLoaded()) return refused;
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
