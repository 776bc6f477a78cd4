import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../news/article.ts';
import type { Added, Beside, NewArticle } from './corpus.ts';

/** What adding a batch comes to, before anything is written. */
export interface TakenIn {
  /** One for each article given, in their order. */
  readonly added: readonly Added[];
  /** The revisions to be written, in order of their arrivals. */
  readonly arrived: readonly Article[];
}

/** Numbers what is new or changed among articles on their way in; `newest` gives what is there of an id. */
export function takeIn(
  newcomers: readonly NewArticle[],
  newest: (id: string) => Article | undefined,
  lastArrival: number,
  ingestedAt: string,
): TakenIn {
  const taken = new Map<string, Article>();
  const arrived: Article[] = [];
  const added = newcomers.map((newcomer): Added => {
    const { id } = newcomer;
    const before = taken.get(id) ?? newest(id);
    if (before !== undefined && isSame(before, newcomer)) {
      return { id, revision: before.revision, change: 'unchanged' };
    }
    const revision = (before?.revision ?? 0) + 1;
    const arrival = lastArrival + arrived.length + 1;
    const article: Article = { ...besideOf(before), ...newcomer, revision, arrival, ingestedAt };
    taken.set(id, article);
    arrived.push(article);
    return { id, revision, change: before === undefined ? 'new' : 'revised' };
  });
  return { added, arrived };
}

function isSame(article: Article, newcomer: NewArticle): boolean {
  const kept: object = article;
  const { reading: _, story: __, ...written } = newcomer;
  return Object.entries(written).every(([name, value]) =>
    isDeepStrictEqual(value, Reflect.get(kept, name)),
  );
}

function besideOf(article: Article | undefined): Beside {
  const { story, copies } = article ?? {};
  return { ...(story !== undefined && { story }), ...(copies !== undefined && { copies }) };
}
