import type { CorpusReader } from '../corpus/corpus.ts';
import { type Refusal, refuse } from '../news/refusal.ts';

/** Refusal that names the topics there are, where one of these names is none; null where all are known. */
export async function refuseUnknownTopics(
  corpus: CorpusReader,
  names: readonly string[],
): Promise<Refusal | null> {
  const known = (await corpus.topics()).map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return null;
  return refuse(
    `There is no topic "${unknown.join('", "').slice(0, 80)}".`,
    known.length === 0
      ? 'Leave the topics out to get every article.'
      : `The topics are ${known.join(', ')}. Leave them out to get every article.`,
  );
}
