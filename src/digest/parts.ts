import type { Source } from '../news/brief.ts';
import type { Digest, FurtherStory } from '../news/delivery.ts';

/** Characters that one message of a thread holds, the addresses of its links included; Slack refuses somewhat more. */
const BUDGET = 9_000;
/** What a story and an article cost beside title and address: outlet, day, number. */
const BESIDE = 60;
/** Sources that a digest lists by title on its screen; where there are more, the thread does. */
const FEW_SOURCES = 8;
/** Messages that a thread may have: with the digest itself no more than Slack takes in a burst. */
const MOST_PARTS = 3;

/** What all messages of a thread hold together. */
export const THREAD_BUDGET = BUDGET * MOST_PARTS;

/** What listing these articles in a thread costs of its budget. */
export function costOf(sources: readonly Pick<Source, 'title' | 'url'>[]): number {
  return sources.reduce(
    (sum, { title, url }) => sum + (title?.length ?? 0) + (url?.length ?? 0) + BESIDE,
    0,
  );
}

/** Whether a digest needs a thread: its screen can't list all its articles by title. */
export function needsThread({ sources }: Pick<Digest, 'sources'>): boolean {
  return sources.length > FEW_SOURCES;
}

/** What stands in the thread of a digest that needs one, message by message. Each uses up no arrivals. */
export function partsOf(digest: Digest): readonly Digest[] {
  const { channel, upTo, stories, further = [] } = digest;
  const above = stories.map(({ story, topics, sources }) => ({
    story,
    topics,
    sources,
    isAbove: true,
  }));
  const byNumber = new Map(digest.sources.map((source) => [source.n, source]));
  const parts: { entries: FurtherStory[]; sources: Source[]; room: number }[] = [];
  for (const entry of [...further, ...above]) {
    const sources = entry.sources.flatMap((n) => byNumber.get(n) ?? []);
    const cost = costOf(sources);
    let part = parts.at(-1);
    if (part === undefined || (part.room < cost && part.entries.length > 0)) {
      part = { entries: [], sources: [], room: BUDGET };
      parts.push(part);
    }
    part.entries.push(entry);
    part.sources.push(...sources);
    part.room -= cost;
  }
  return parts.map(({ entries, sources }) => ({
    ...{ channel, after: upTo, upTo, stories: [], sources, further: entries },
  }));
}
