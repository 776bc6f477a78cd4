import { z } from 'zod';
import type { Added, Corpus, NewArticle } from '../corpus/corpus.ts';
import { NEW_ARTICLE, SUBSCRIPTION, TOPIC } from '../corpus/shapes.ts';
import { StorageError } from '../corpus/storage-error.ts';
import type { Refusal } from '../news/refusal.ts';
import type { Subscription } from '../news/subscription.ts';
import type { Topic } from '../news/topic.ts';

/** A change to the corpus, as plain data that one process can hand to another. */
export type Change =
  | { readonly kind: 'add'; readonly articles: readonly NewArticle[] }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'subscribe'; readonly subscription: Subscription }
  | { readonly kind: 'unsubscribe'; readonly channel: string };

/** What a change did. */
export interface Changed {
  /** False where there was nothing to change: no such article, no subscription. */
  readonly done: boolean;
  /** One for each article of an 'add', in its order; else empty. */
  readonly added: readonly Added[];
}

export const CHANGE: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), articles: z.array(NEW_ARTICLE) }),
  z.object({ kind: z.literal('remove'), id: z.string() }),
  z.object({ kind: z.literal('topic'), topic: TOPIC }),
  z.object({ kind: z.literal('subscribe'), subscription: SUBSCRIPTION }),
  z.object({ kind: z.literal('unsubscribe'), channel: z.string() }),
]);

/** Does a change; a disk that fails it is a Refusal. */
export async function applyChange(corpus: Corpus, change: Change): Promise<Changed | Refusal> {
  try {
    return await apply(corpus, change);
  } catch (error) {
    if (error instanceof StorageError) return { refused: error.refused, next: error.next };
    throw error;
  }
}

async function apply(corpus: Corpus, change: Change): Promise<Changed> {
  switch (change.kind) {
    case 'add':
      return { done: true, added: await corpus.add(change.articles) };
    case 'remove':
      return { done: await corpus.remove(change.id), added: [] };
    case 'topic':
      await corpus.setTopic(change.topic);
      return { done: true, added: [] };
    case 'subscribe':
      await corpus.subscribe(change.subscription);
      return { done: true, added: [] };
    case 'unsubscribe':
      return { done: await corpus.unsubscribe(change.channel), added: [] };
  }
}
