import { z } from 'zod';
import type { Added, Corpus, NewArticle } from '../../corpus/corpus.ts';
import { NEW_ARTICLE } from '../../corpus/shapes.ts';

/** A change to the corpus, as plain data that one process can hand to another. */
export type Change =
  | { readonly kind: 'add'; readonly articles: readonly NewArticle[] }
  | { readonly kind: 'remove'; readonly id: string };

/** What a change did. */
export interface Changed {
  /** False where there was nothing to change: no such article. */
  readonly done: boolean;
  /** One for each article of an 'add', in its order; else empty. */
  readonly added: readonly Added[];
}

export const CHANGE: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), articles: z.array(NEW_ARTICLE) }),
  z.object({ kind: z.literal('remove'), id: z.string() }),
]);

/** Does a change. Throws StorageError where the disk fails it. */
export async function applyChange(corpus: Corpus, change: Change): Promise<Changed> {
  switch (change.kind) {
    case 'add':
      return { done: true, added: await corpus.add(change.articles) };
    case 'remove':
      return { done: await corpus.remove(change.id), added: [] };
  }
}
