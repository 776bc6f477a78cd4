import type { Answering } from '../answer.ts';
import { manner } from '../answer.ts';
import type { Ask, AskKind } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import type { Considered } from '../subject.ts';
import { cluesIn } from './clues.ts';
import { fitsAsked } from './fits-asked.ts';
import { namesIn } from './names.ts';
import { type Relevance, relevanceTo } from './relevance.ts';

/** Least shares of a question that an answer speaks to; below them it merely shares words. */
const LEAST = { all: 0.6, own: 0.2, words: 0.45, ownWords: 0.3, names: 0.46, orders: 0.5 };
/** Least that an answer to "what did … say" speaks of whoever is asked for, in its own passages or just above. */
const LEAST_SPEAKER = 0.48;

/**
 * Every candidate that answers a question put in plain words: it holds the kind of thing asked for, and names enough of
 * what the question names. Best first.
 */
export function answersToAsked(
  ask: Ask,
  considered: readonly Considered[],
  today: string | null,
): Answering[] {
  const articles = considered.map(({ article }) => article);
  const relevance = relevanceTo(cluesIn(ask.ask, namesIn(articles)), articles);
  const found: Answering[] = [];
  for (const { all } of considered)
    for (const { candidate } of all) {
      if (!candidate.complete || isScrap(candidate)) continue;
      const near = relevance(candidate);
      if (!speaksToIt(ask, near)) continue;
      const fit = fitsAsked(ask, candidate, near, today);
      if (fit > 0) found.push({ candidate, score: fit * rate(candidate, near), stance: undefined });
    }
  return found.sort(
    (a, b) =>
      b.score - a.score ||
      b.candidate.article.arrival - a.candidate.article.arrival ||
      a.candidate.start - b.candidate.start,
  );
}

/** Kinds of question that ask of something done: an answer that doesn't name the deed is of something else. */
const OF_DEEDS: ReadonlySet<AskKind> = new Set(['whether', 'who', 'when', 'where', 'why']);

function speaksToIt({ kind }: Ask, near: Relevance): boolean {
  return (
    (near.deed > 0 || !OF_DEEDS.has(kind)) &&
    near.all >= LEAST.all &&
    near.own >= LEAST.own &&
    near.words >= LEAST.words &&
    near.orders >= LEAST.orders &&
    near.ownWords >= LEAST.ownWords &&
    near.names >= (kind === 'says' ? LEAST_SPEAKER : LEAST.names)
  );
}

/** "a weakness in it": no answer by itself. */
function isScrap({ isStatement, text }: Candidate): boolean {
  return isStatement && text.split(/\s+/).length < 5;
}

function rate(candidate: Candidate, { all, own }: Relevance): number {
  return all * (0.5 + 0.5 * own) * manner(candidate);
}
