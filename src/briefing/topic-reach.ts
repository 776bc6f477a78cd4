import type { CorpusReader } from '../corpus/corpus.ts';
import type { Topic } from '../news/topic.ts';
import { phrasesOf } from './phrases.ts';

/** A phrase that finds more than this share of all articles tells them apart no better than none. */
const ORDINARY = 0.5;
/** Of fewer articles any word of their subject is in most. */
const ENOUGH_ARTICLES = 10;

/** What a topic finds. */
export interface TopicReach {
  /** Articles that it finds. */
  readonly found: number;
  /** Articles there are. */
  readonly of: number;
  /** First and last day of publication of those found, ISO 8601; null where none is dated. */
  readonly from: string | null;
  readonly to: string | null;
  /** Phrases that by themselves find most of all articles, with how many they find; the most ordinary first. */
  readonly ordinary: readonly { readonly phrase: string; readonly found: number }[];
}

/** What a topic finds in a corpus as it is now. */
export async function reachOf(corpus: CorpusReader, topic: Topic): Promise<TopicReach> {
  const phrases = phrasesOf(topic);
  const found = await corpus.days({ phrases });
  const { articles: of } = await corpus.size();
  const days = found.filter((day) => day !== null).sort();
  const isWide = of >= ENOUGH_ARTICLES && found.length > ORDINARY * of;
  const ordinary: { phrase: string; found: number }[] = [];
  for (const phrase of isWide ? new Set(phrases) : []) {
    const alone = (await corpus.days({ phrases: [phrase] })).length;
    if (alone > ORDINARY * of) ordinary.push({ phrase, found: alone });
  }
  ordinary.sort((one, other) => other.found - one.found);
  return { found: found.length, of, from: days[0] ?? null, to: days.at(-1) ?? null, ordinary };
}
