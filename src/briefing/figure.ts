import type { Figure } from '../news/reading.ts';
import type { Candidate } from './candidate.ts';
import { stemsOf } from './words.ts';

/** The figures that stand in a candidate. */
export function figuresIn({ article, start, end }: Candidate): Figure[] {
  return article.reading.figures.filter((figure) => figure.start >= start && figure.end <= end);
}

/** Stem of the noun that a figure's words are about: "employ" for "current and former federal employees of the city". */
export function headOf(counts: string): string {
  const noun = counts.split(
    /\s(?:of|in|from|who|whose|that|which|with|for|by|at|on|to|under|during|against|were|was|are)\s/i,
  )[0];
  return stemsOf(noun ?? '').at(-1) ?? '';
}
