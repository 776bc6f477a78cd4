import type { CorpusReader } from '../corpus/corpus.ts';
import type { Article } from '../news/article.ts';
import type { Coverage, Source } from '../news/brief.ts';
import { type Refusal, refuse } from '../news/refusal.ts';
import type { Topic } from '../news/topic.ts';
import { sourceOf } from './cite.ts';
import { considerAll } from './considering.ts';
import { coverageOf } from './coverage.ts';
import { findFor, topicNamed } from './find.ts';
import type { BriefRequest } from './request.ts';

/** Every article that a brief would draw on, newest first. */
export interface Sources {
  /** The topic's title, or the words asked. */
  readonly title: string;
  readonly asOf: string | null;
  readonly coverage: Coverage;
  readonly sources: readonly Source[];
}

/** Finds as `sourcesOf` does, here or elsewhere. */
export type SourcesFrom = (
  ...given: Parameters<typeof sourcesOf>
) => Sources | Refusal | Promise<Sources | Refusal>;

/** The answer to `/brief sources …` from a corpus. */
export async function sourcesFor(
  corpus: CorpusReader,
  request: BriefRequest,
  from: SourcesFrom = sourcesOf,
): Promise<Sources | Refusal> {
  const { articles, topics, since, asOf } = await findFor(corpus, request, undefined);
  return from(articles, topics, { ...request, since, asOf });
}

/** The articles about a topic or any words; a refusal where there are none. */
export function sourcesOf(
  articles: readonly Article[],
  topics: readonly Topic[],
  { words, since, asOf }: Pick<BriefRequest, 'words' | 'since' | 'asOf'>,
): Sources | Refusal {
  const topic = topicNamed(words, topics);
  const considered = considerAll(articles, topic ?? words, topics, { since, asOf });
  const title = topic?.title ?? words;
  if (considered.length === 0)
    return refuse(
      `No article is about ${title}.`,
      since || asOf
        ? 'Ask for another time, or for a topic by its name.'
        : 'Ask for a topic by its name, or in other words.',
    );
  return {
    title,
    asOf,
    coverage: coverageOf(considered, asOf),
    sources: considered
      .toReversed()
      .map(({ article }, at) => sourceOf(at + 1, article.id, article)),
  };
}
