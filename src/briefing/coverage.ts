import { publishedDay } from '../corpus/published-day.ts';
import type { Coverage } from '../news/brief.ts';
import { independent } from './independent.ts';
import type { Considered } from './subject.ts';

/**
 * How many articles a brief rests on, of which outlets and days, and how many of them are reports of their own. As of a
 * day, reprints that came in as copies are left out: when they were published isn't known.
 */
export function coverageOf(
  considered: readonly Considered[],
  asOf: string | null,
  used: readonly Considered[] = independent(considered),
): Coverage {
  const articles = considered.map(({ article }) => article);
  const copies = asOf === null ? articles.flatMap((article) => article.copies ?? []) : [];
  const outlets = [...articles, ...copies]
    .map(({ outlet }) => outlet)
    .filter((outlet) => outlet !== null);
  const days = articles
    .map(({ publishedAt }) => publishedDay(publishedAt))
    .filter((day) => day !== undefined)
    .sort();
  return {
    articles: articles.length + copies.length,
    independent: used.length,
    outlets: [...new Set(outlets)].sort(),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  };
}
