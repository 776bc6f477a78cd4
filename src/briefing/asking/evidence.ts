import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import type { Considered } from '../subject.ts';
import { cluesIn } from './clues.ts';
import { type Fit, fitOf } from './fits-asked.ts';
import { type Measures, measuresFor } from './measures.ts';
import { namesIn } from './names.ts';

/** All that speaks for and against a candidate as an answer, each from 0 to 1. */
export interface Evidence extends Measures, Fit {
  /** 1 for a statement's span, 0 for a whole passage. */
  readonly isStatement: number;
  /** 1 where it is somebody's words, and not the outlet's. */
  readonly said: number;
  /** 1 where it opens its article. */
  readonly first: number;
}

/** Every candidate that can be read alone and names anything asked for, it or the passage above, with what speaks for it as an answer; `today` is the day spoken for. */
export function evidenceFor(
  ask: Ask,
  considered: readonly Considered[],
  today: string | null,
): { readonly candidate: Candidate; readonly evidence: Evidence }[] {
  const articles = considered.map(({ article }) => article);
  const measure = measuresFor(cluesIn(ask.ask, namesIn(articles)), articles);
  return considered
    .flatMap(({ all }) => all.map(({ candidate }) => candidate))
    .filter((candidate) => candidate.complete && !isScrap(candidate))
    .map((candidate) => ({ candidate, measures: measure(candidate) }))
    .filter(({ measures }) => speaksOfIt(measures))
    .map(({ candidate, measures }) => ({
      candidate,
      evidence: {
        ...measures,
        ...fitOf(ask, candidate, today),
        isStatement: candidate.isStatement ? 1 : 0,
        said: candidate.statement === undefined ? 0 : 1,
        first: candidate.place === 0 ? 1 : 0,
      },
    }));
}

/** True where it or the passage above it names anything of the question: all others need no further look. */
function speaksOfIt({ names, words, others, alike, above }: Measures): boolean {
  return names + words + others + alike + above > 0;
}

/** "a weakness in it": no answer by itself. */
function isScrap({ isStatement, text }: Candidate): boolean {
  return isStatement && text.split(/\s+/).length < 5;
}
