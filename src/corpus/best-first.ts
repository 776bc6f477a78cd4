import type { Found } from './corpus.ts';
import { publishedDay } from './published-day.ts';

/** Order of what was found: by score; at the same score the latest published first, undated last. */
export function bestFirst(one: Found, other: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  const day = publishedDay(one.article.publishedAt) ?? '';
  const otherDay = publishedDay(other.article.publishedAt) ?? '';
  if (day !== otherDay) return day < otherDay ? 1 : -1;
  return other.article.arrival - one.article.arrival;
}
