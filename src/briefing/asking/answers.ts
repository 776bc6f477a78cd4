import type { Answering } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import type { Considered } from '../subject.ts';
import { isAnswerable } from './answerable.ts';
import { cluesIn } from './clues.ts';
import { type Doubts, doubtsOf } from './doubts.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { namesIn } from './names.ts';

/**
 * What each kind of evidence adds to a candidate's rank among the others, as logarithms: weights of a softmax over the
 * candidates of each question, fitted so that those which answer it come first. docs/briefs.md tells on which questions.
 */
const RANK: Partial<Record<keyof Evidence, number>> = {
  names: 8.8,
  words: 10.8,
  others: 4.4,
  alike: 8.1,
  nowhere: -2.7,
  above: 6.3,
  higher: 4.3,
  title: 3,
  leastOther: 2.4,
  deed: 1.4,
  namesNear: 2.9,
  fits: 3,
  fitsSays: 3.2,
  figure: 4.3,
  freshNames: 1.8,
  nobody: -1,
  reason: 4.2,
  freshDate: 1.7,
  isStatement: 0.6,
  said: -1,
  first: -1,
  fresh: -1.8,
};

/** The same by hand of what next to none of others' questions asks: what is to come of several announcements, … */
const NEWEST = 20;
/** … and how many there are, where figures of parts stand beside that of all. */
const PART = -6;

/** By what the best candidate's chances to answer are told from those of mere likeness: a logistic regression. */
const CHANCE: Partial<Record<keyof (Evidence & Doubts), number>> = {
  alike: 3.97,
  another: -0.66,
  nameless: -4.87,
  fits: 1.24,
  ofNames: -5.67,
  nobody: -1.9,
  names: 4.82,
  wordsHeld: 2.62,
  past: -1.03,
  close: -2.44,
};
const CHANCE_BY_RANK = 0.31;
const CHANCE_AT_NOTHING = -5.33;
/** Below this chance, 0 to 1, the articles don't say. */
const LEAST_CHANCE = 0.5;

/** A difference in rank of so much leaves a candidate about a third as good as the best. */
const THIRD = 2;
/** How good beside the best a candidate must be to be an answer at all. */
const LEAST_OF_BEST = 0.3;

/**
 * Every candidate that answers a question put in plain words, best first, the best scoring 1; none where the best is
 * likelier to share words with the question than to answer it. `today` is the day spoken for.
 */
export function answersToAsked(
  ask: Ask,
  considered: readonly Considered[],
  today: string | null,
): Answering[] {
  const clues = cluesIn(ask.ask, namesIn(considered.map(({ article }) => article)));
  const ranked = evidenceFor(ask, clues, considered, today)
    .filter(({ candidate, evidence }) => isAnswerable(ask, clues, candidate, evidence))
    .map(({ candidate, evidence }) => ({ candidate, evidence, rank: rankOf(evidence) }))
    .sort((a, b) => b.rank - a.rank || inOrder(a.candidate, b.candidate));
  const [best] = ranked;
  if (best === undefined) return [];
  const signs = { ...best.evidence, ...doubtsOf(ask, clues, best.candidate, best.evidence) };
  if (chanceOf(best.rank, signs) < LEAST_CHANCE) return [];
  return ranked
    .map(({ candidate, rank }) => ({
      candidate,
      score: Math.exp((rank - best.rank) / THIRD),
      stance: undefined,
    }))
    .filter(({ score }) => score >= LEAST_OF_BEST);
}

function rankOf(evidence: Evidence): number {
  return sumOf(RANK, evidence) + NEWEST * evidence.newest + PART * evidence.part;
}

function chanceOf(rank: number, signs: Evidence & Doubts): number {
  const odds = CHANCE_AT_NOTHING + CHANCE_BY_RANK * rank + sumOf(CHANCE, signs);
  return 1 / (1 + Math.exp(-odds));
}

function sumOf<Signs extends Evidence>(
  weights: Partial<Record<keyof Signs, number>>,
  signs: Signs,
): number {
  let sum = 0;
  for (const [kind, weight] of Object.entries(weights))
    sum += Number(weight) * Number(signs[kind as keyof Signs]);
  return sum;
}

/** The newest arrival first, then in order of place. */
function inOrder(a: Candidate, b: Candidate): number {
  return b.article.arrival - a.article.arrival || a.start - b.start;
}
