import { keepLatest } from '../corpus/latest.ts';
import type { Article } from '../news/article.ts';
import type { Brief } from '../news/brief.ts';
import type { Topic } from '../news/topic.ts';
import type { Composing, composeBrief } from './compose.ts';

/** How many briefs are kept, those asked for last. */
const MOST = 200;

/** Composes as `composeBrief` does, here or elsewhere. */
export type Compose = (...given: Parameters<typeof composeBrief>) => Brief | Promise<Brief>;

/** Composes as it is given to; the same question on the very same articles is composed once. */
export function composingOnce(compose: Compose): Compose {
  const numbers = new WeakMap<Article, number>();
  const composed = keepLatest<string, Promise<Brief>>(MOST);
  let numbered = 0;

  /** Tells articles apart by themselves: a change of one makes another of it. */
  function numberOf(article: Article): number {
    const known = numbers.get(article);
    if (known !== undefined) return known;
    numbered += 1;
    numbers.set(article, numbered);
    return numbered;
  }

  function keyOf(articles: readonly Article[], about: Topic | string, composing: Composing) {
    const { before, corrected = [], ...rest } = composing;
    const earlier = [...(before?.values() ?? [])];
    return JSON.stringify([
      ...[about, rest, articles.map(numberOf)],
      ...[earlier.map(numberOf), corrected.map(numberOf)],
    ]);
  }

  const promised = async (...given: Parameters<Compose>) => compose(...given);

  return (articles, about, composing) => {
    const key = keyOf(articles, about, composing);
    const known = composed.get(key);
    if (known !== undefined) return known;
    const brief = composed.put(key, promised(articles, about, composing));
    // A defect is met anew by whoever asks next.
    brief.catch(() => composed.drop(key));
    return brief;
  };
}
