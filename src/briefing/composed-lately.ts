import type { Article } from '../news/article.ts';
import type { Brief } from '../news/brief.ts';
import type { Topic } from '../news/topic.ts';
import { type Composing, composeBrief } from './compose.ts';

/** How many briefs are kept, those asked for last. */
const MOST = 200;

/** Composes as `composeBrief` does; the same question on the very same articles is composed once. */
export function composingOnce(): typeof composeBrief {
  const numbers = new WeakMap<Article, number>();
  const composed = new Map<string, Brief>();
  let given = 0;

  /** Tells articles apart by themselves: a change of one makes another of it. */
  function numberOf(article: Article): number {
    const known = numbers.get(article);
    if (known !== undefined) return known;
    given += 1;
    numbers.set(article, given);
    return given;
  }

  function keyOf(articles: readonly Article[], about: Topic | string, composing: Composing) {
    const { before, corrected = [], ...rest } = composing;
    const earlier = [...(before?.values() ?? [])];
    return JSON.stringify([
      ...[about, rest, articles.map(numberOf)],
      ...[earlier.map(numberOf), corrected.map(numberOf)],
    ]);
  }

  return (articles, about, composing) => {
    const key = keyOf(articles, about, composing);
    const brief = composed.get(key) ?? composeBrief(articles, about, composing);
    composed.delete(key);
    composed.set(key, brief);
    const [oldest] = composed.keys();
    if (composed.size > MOST && oldest !== undefined) composed.delete(oldest);
    return brief;
  };
}
