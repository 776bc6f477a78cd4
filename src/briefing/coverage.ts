import { publishedDay } from '../corpus/published-day.ts';
import type { Coverage } from '../news/brief.ts';
import type { Considered } from './subject.ts';

/** How many articles a brief rests on, of which outlets and days. */
export function coverageOf(considered: readonly Considered[]): Coverage {
  const articles = considered.map(({ article }) => article);
  const outlets = articles.map(({ outlet }) => outlet).filter((outlet) => outlet !== null);
  const days = articles
    .map(({ publishedAt }) => publishedDay(publishedAt))
    .filter((day) => day !== undefined)
    .sort();
  return {
    articles: articles.length,
    outlets: [...new Set(outlets)].sort(),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}
