import { publishedDay } from '../corpus/published-day.ts';
import type { Considered } from './subject.ts';

/** How much words and days weigh among the articles considered. */
export interface Weights {
  /** Of a stem: ln(1 + passages / passages that hold it). */
  of(stem: string): number;
  /** Of a sequence of stems, by the rarest of them. */
  ofPhrase(sequence: string): number;
  /** From .4 to 1 for the newest article's day, by the share of articles published by that day; .4 for undated. */
  recency(day: string | undefined): number;
}

/** Weighs the words and days of the articles considered, and of nothing else. */
export function weigh(considered: readonly Considered[]): Weights {
  const holding = new Map<string, number>();
  let passages = 0;
  for (const { all } of considered)
    for (const { candidate } of all) {
      const { isStatement, has } = candidate;
      if (isStatement) continue;
      passages += 1;
      for (const stem of has) holding.set(stem, (holding.get(stem) ?? 0) + 1);
    }
  const days = considered
    .map(({ article }) => publishedDay(article.publishedAt))
    .filter((day) => day !== undefined)
    .sort();
  const published = new Map(days.map((day, at) => [day, (at + 1) / days.length]));
  const of = (stem: string) => Math.log(1 + passages / (1 + (holding.get(stem) ?? 0)));
  return {
    of,
    ofPhrase: (sequence) => Math.max(0, ...sequence.trim().split(' ').map(of)),
    recency: (day) => 0.4 + 0.6 * (published.get(day ?? '') ?? 0),
  };
}
