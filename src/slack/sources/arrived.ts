import { phrasesOf } from '../../briefing/phrases.ts';
import type { CorpusReader } from '../../corpus/corpus.ts';
import type { SourceAdded } from '../../ingest/feeds/sources.ts';
import type { Topic } from '../../news/topic.ts';
import type { Arrived } from '../messages/source-added.ts';

/** What there is to say of an article that came in: its text as stored, and the topics that it belongs to. */
export async function arrived(
  corpus: CorpusReader,
  added: Extract<SourceAdded, { kind: 'article' }>,
): Promise<Arrived> {
  const { id } = added.added;
  const article = await corpus.article(id);
  const topics: Topic[] = [];
  for (const topic of article ? await corpus.topics() : []) {
    const found = await corpus.search({
      phrases: phrasesOf(topic),
      // What came in just now: nothing older needs to be looked at.
      ...(article && { arrivedAfter: article.arrival - 1 }),
    });
    if (found.some((one) => one.article.id === id)) topics.push(topic);
  }
  return { added, article, topics };
}
