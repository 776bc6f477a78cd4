import { z } from 'zod';
import type { Added, Corpus, NewArticle } from '../../corpus/corpus.ts';
import { NEW_ARTICLE, TOPIC } from '../../corpus/shapes.ts';
import { type Following, follow, makeDue, unfollow } from '../feeds/followed.ts';
import { type Putting, putTopic } from '../topics/put-topic.ts';

/** A change to the corpus, as plain data that one process can hand to another. */
export type Change =
  | { readonly kind: 'add'; readonly articles: readonly NewArticle[] }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'follow'; readonly feed: Following }
  | { readonly kind: 'unfollow'; readonly url: string }
  /** Has a feed, or all of them, asked at the next look. */
  | { readonly kind: 'ask'; readonly url: string | null }
  | ({ readonly kind: 'topic' } & Putting)
  | { readonly kind: 'untopic'; readonly name: string };

/** What a change did. */
export interface Changed {
  /** False where there was nothing to change: no such article, feed or topic, or one that is there already. */
  readonly done: boolean;
  /** One for each article of an 'add', in its order; else empty. */
  readonly added: readonly Added[];
}

export const CHANGE: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), articles: z.array(NEW_ARTICLE) }),
  z.object({ kind: z.literal('remove'), id: z.string() }),
  z.object({
    kind: z.literal('follow'),
    feed: z.object({
      url: z.string(),
      title: z.string().nullable(),
      site: z.string().nullable(),
      by: z.string().nullable(),
      include: z.array(z.string()),
      exclude: z.array(z.string()),
    }),
  }),
  z.object({ kind: z.literal('unfollow'), url: z.string() }),
  z.object({ kind: z.literal('ask'), url: z.string().nullable() }),
  z.object({ kind: z.literal('topic'), topic: TOPIC, where: z.enum(['new', 'known', 'either']) }),
  z.object({ kind: z.literal('untopic'), name: z.string() }),
]);

/** Does a change. Throws StorageError where the disk fails it. */
export async function applyChange(corpus: Corpus, change: Change): Promise<Changed> {
  switch (change.kind) {
    case 'add':
      return { done: true, added: await corpus.add(change.articles) };
    case 'remove':
      return { done: await corpus.remove(change.id), added: [] };
    case 'follow':
      return { done: (await follow(corpus, change.feed, now())).isNew, added: [] };
    case 'unfollow':
      return { done: (await unfollow(corpus, change.url)) !== undefined, added: [] };
    case 'ask':
      return { done: await makeDue(corpus, change.url, now()), added: [] };
    case 'topic':
      return { done: await putTopic(corpus, change), added: [] };
    case 'untopic':
      return { done: await corpus.removeTopic(change.name), added: [] };
  }
}

function now(): string {
  return new Date().toISOString();
}
