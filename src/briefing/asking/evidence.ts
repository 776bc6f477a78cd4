import { publishedDay } from '../../corpus/published-day.ts';
import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import type { Considered } from '../subject.ts';
import { stemsOf } from '../words.ts';
import type { Clue } from './clues.ts';
import { type Fit, fitOf } from './fits-asked.ts';
import { type Measures, measuresFor } from './measures.ts';
import { widened } from './widened.ts';

/** All that speaks for and against a candidate as an answer, each from 0 to 1. */
export interface Evidence extends Measures, Fit {
  /** 1 for a statement's span, 0 for a whole passage. */
  readonly isStatement: number;
  /** 1 where it is somebody's words, and not the outlet's. */
  readonly said: number;
  /** 1 where it opens its article. */
  readonly first: number;
  /** How many telling words it has that the question has not, in these words or others, of up to eight. */
  readonly fresh: number;
  /** Of what is asked to come, the share of the articles that are no newer: the newest announcement stands. Else 0. */
  readonly newest: number;
}

const MOST_FRESH = 8;

/**
 * Every candidate that can be read, alone or after what it goes on from, and names anything asked for, it or the passage
 * above, with what speaks for it as an answer; `today` is the day spoken for.
 */
export function evidenceFor(
  ask: Ask,
  clues: readonly Clue[],
  considered: readonly Considered[],
  today: string | null,
): { readonly candidate: Candidate; readonly evidence: Evidence }[] {
  const measure = measuresFor(
    clues,
    considered.map(({ article }) => article),
  );
  const days = considered.map(({ article }) => publishedDay(article.publishedAt) ?? '').sort();
  const asked = new Set([
    ...stemsOf(ask.ask),
    ...clues.flatMap(({ stem, others }) => [stem, ...others]),
  ]);
  return considered
    .flatMap(({ all }) => all.map(({ candidate }) => candidate))
    .filter((candidate) => !isScrap(candidate))
    .map((candidate) => ({ candidate, measures: measure(candidate) }))
    .filter(({ candidate, measures }) => speaksOfIt(measures) && widened(candidate) !== undefined)
    .map(({ candidate, measures }) => ({
      candidate,
      evidence: {
        ...measures,
        ...fitOf(ask, candidate, today),
        isStatement: candidate.isStatement ? 1 : 0,
        said: candidate.statement === undefined ? 0 : 1,
        first: candidate.place === 0 ? 1 : 0,
        fresh: Math.min(1, freshIn(candidate, asked) / MOST_FRESH),
        newest: ask.isAhead ? shareUpTo(days, candidate.day ?? '') : 0,
      },
    }));
}

function shareUpTo(days: readonly string[], day: string): number {
  return days.filter((each) => each <= day).length / days.length;
}

function freshIn({ has }: Candidate, asked: ReadonlySet<string>): number {
  let fresh = 0;
  for (const one of has) if (!asked.has(one)) fresh += 1;
  return fresh;
}

/** True where it or the passage above it names anything of the question: all others need no further look. */
function speaksOfIt({ names, words, others, alike, above }: Measures): boolean {
  return names + words + others + alike + above > 0;
}

/** "a weakness in it": no answer by itself. */
function isScrap({ isStatement, text }: Candidate): boolean {
  return isStatement && text.split(/\s+/).length < 5;
}
