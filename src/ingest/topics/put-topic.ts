import { isDeepStrictEqual } from 'node:util';
import type { Corpus } from '../../corpus/corpus.ts';
import type { Topic } from '../../news/topic.ts';

/** A topic on its way in, and what must hold for it: that its name is free, or taken, or either. */
export interface Putting {
  readonly topic: Topic;
  readonly where: 'new' | 'known' | 'either';
}

/** Adds or changes a topic; false where its name is taken, or there is none to change. A second time does no harm. */
export async function putTopic(corpus: Corpus, { topic, where }: Putting): Promise<boolean> {
  const before = (await corpus.topics()).find(({ name }) => name === topic.name);
  if (isDeepStrictEqual(before, topic)) return true;
  if (where !== 'either' && (before !== undefined) !== (where === 'known')) return false;
  await corpus.setTopic(topic);
  return true;
}
