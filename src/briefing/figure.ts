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

/** What a figure's value measures: money, a share, a range, or a plain number. */
export function unitOf({ value }: Figure): string {
  if (value.endsWith('%')) return '%';
  return /^[^\d.-]+/.exec(value)?.[0] ?? '';
}

/** The plain number of a figure's value; undefined for a range. */
export function numberOf({ value }: Figure): number | undefined {
  const number = Number(value.replace(/[^\d.]/g, ''));
  return value.includes('..') || Number.isNaN(number) ? undefined : number;
}
