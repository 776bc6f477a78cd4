import type { Answering } from '../answer.ts';
import type { Ask, AskKind } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import type { Considered } from '../subject.ts';
import { type Evidence, evidenceFor } from './evidence.ts';

/**
 * What each kind of evidence adds to a candidate's rank among the others, as logarithms: weights of a softmax over the
 * candidates of each question, fitted so that those which answer it come first. docs/briefs.md tells on which questions.
 */
const RANK: Partial<Record<keyof Evidence, number>> = {
  names: 11.3,
  words: 13.4,
  others: 10,
  alike: 9.6,
  above: 7.4,
  higher: 5.6,
  title: 2.8,
  below: 3.3,
  nowhere: -2.5,
  missing: 0.5,
  missingName: -1.5,
  leastOther: 1.3,
  deed: 0.4,
  fits: 2.8,
  fitsSays: 3.2,
  figure: 4.3,
  freshNames: 1.5,
  reason: 6,
  isStatement: 0.9,
  said: -0.8,
  first: -1.3,
};

/** By what the best candidate's chances to answer are told from those of mere likeness: a logistic regression. */
const CHANCE: Partial<Record<keyof Evidence, number>> = {
  nowhere: -0.88,
  missing: -1.9,
  missingName: -1.2,
  leastName: 0.67,
  leastOther: 0.23,
  unknown: 0.44,
  deed: 0.75,
  fits: 1.4,
  words: -0.72,
  names: -1.35,
  which: 0.22,
};
const CHANCE_BY_RANK = 0.15;
const CHANCE_AT_NOTHING = -3.25;
/** Below this chance, 0 to 1, the articles don't say. */
const LEAST_CHANCE = 0.4;
/** Kinds of question that ask of something done: an answer that doesn't name the deed is of something else. */
const OF_DEEDS: ReadonlySet<AskKind> = new Set(['whether', 'who', 'when', 'where', 'why']);
/** How well the orders asked for must be named. */
const LEAST_ORDER = 0.5;

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
  const ranked = evidenceFor(ask, considered, today)
    .filter(({ evidence }) => isOfIt(ask, evidence))
    .map(({ candidate, evidence }) => ({ candidate, evidence, rank: sumOf(RANK, evidence) }))
    .sort((a, b) => b.rank - a.rank || inOrder(a.candidate, b.candidate));
  const [best] = ranked;
  if (best === undefined || chanceOf(best) < LEAST_CHANCE) return [];
  return ranked
    .map(({ candidate, rank }) => ({
      candidate,
      score: Math.exp((rank - best.rank) / THIRD),
      stance: undefined,
    }))
    .filter(({ score }) => score >= LEAST_OF_BEST);
}

function isOfIt({ kind }: Ask, { deed, leastOrder }: Evidence): boolean {
  return leastOrder >= LEAST_ORDER && (deed > 0 || !OF_DEEDS.has(kind));
}

function chanceOf({ evidence, rank }: { evidence: Evidence; rank: number }): number {
  const odds = CHANCE_AT_NOTHING + CHANCE_BY_RANK * rank + sumOf(CHANCE, evidence);
  return 1 / (1 + Math.exp(-odds));
}

function sumOf(weights: Partial<Record<keyof Evidence, number>>, evidence: Evidence): number {
  let sum = 0;
  for (const [kind, weight] of Object.entries(weights))
    sum += weight * evidence[kind as keyof Evidence];
  return sum;
}

/** The newest arrival first, then in order of place. */
function inOrder(a: Candidate, b: Candidate): number {
  return b.article.arrival - a.article.arrival || a.start - b.start;
}
