import type { CorpusReader } from '../corpus/corpus.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Subscription } from '../news/subscription.ts';

/** Refusal that names the topics there are, where one of these names is none; null where all are known. */
export async function refuseUnknownTopics(
  corpus: CorpusReader,
  names: readonly string[],
): Promise<Refusal | null> {
  const known = (await corpus.topics()).map(({ name }) => name);
  const unknown = await goneTopics(corpus, { topics: names });
  if (unknown.length === 0) return null;
  return refuse(
    `There is no topic "${unknown.join('", "').slice(0, 80)}".`,
    known.length === 0
      ? 'Leave the topics out to get every article.'
      : `The topics are ${known.join(', ')}. Leave them out to get every article.`,
  );
}

/** Those of a subscription's topics that are none any more. Until they are again the digest tells nothing of them. */
export async function goneTopics(
  corpus: CorpusReader,
  { topics }: Pick<Subscription, 'topics'>,
): Promise<readonly string[]> {
  const known = (await corpus.topics()).map(({ name }) => name);
  return topics.filter((name) => !known.includes(name));
}

/** True where a subscription names topics and none of them is left: a digest of it would be empty for ever, not of everything. */
export async function hasNoTopicLeft(
  corpus: CorpusReader,
  subscription: Pick<Subscription, 'topics'>,
): Promise<boolean> {
  const { topics } = subscription;
  return topics.length > 0 && (await goneTopics(corpus, subscription)).length === topics.length;
}

/** Says that every topic of a channel's subscription was removed, and how to go on. */
export function noTopicLeft(channel: string): Refusal {
  return refuse(
    `The digest for ${channel} is paused: every topic that it names has been removed.`,
    'Type /digest on there with its days, its time and other topics, or without topics for every article; or /digest off.',
  );
}
