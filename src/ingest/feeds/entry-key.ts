import { createHash } from 'node:crypto';
import type { FeedEntry } from './parsed-feed.ts';

/** What an entry says, before it is known what tells it apart. */
export type Said = Omit<FeedEntry, 'key'>;

const LONGEST = 2000;
/** A feed that lists more is no feed for people; its first ones are read. */
const MOST_ENTRIES = 10_000;

function keyOf({ id, link, title, published, summary, content }: Said): string {
  const given = id ?? link;
  if (given !== null) return given.slice(0, LONGEST);
  const told = title === null && published === null ? [content ?? summary] : [title, published];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}

/**
 * Gives entries what they are told apart by, the same whatever else of them changes: the id, else the link,
 * else a digest of title and date, else of the text. Some feeds give one id to entries of different pages:
 * there the link counts as well. Two entries of one key are the same thing listed twice.
 */
export function withKeys(all: readonly Said[]): FeedEntry[] {
  const entries = all.slice(0, MOST_ENTRIES);
  const links = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!links.has(key)) links.set(key, entry.link);
    else if (links.get(key) !== entry.link) shared.add(key);
  }
  return entries.map((entry) => {
    const key = keyOf(entry);
    return { key: shared.has(key) ? `${key} ${entry.link ?? ''}` : key, ...entry };
  });
}
