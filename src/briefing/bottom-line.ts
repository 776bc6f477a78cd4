import type { Standing } from '../news/standing.ts';
import type { Candidate } from './candidate.ts';
import { centralities } from './central.ts';
import { figuresIn } from './figure.ts';
import { standingOf } from './line.ts';
import { likeness, overlaps, tellSame } from './same.ts';
import type { Considered } from './subject.ts';
import type { Weights } from './weights.ts';

/** How far a passage may stand for the story, by the standing of its words. */
const FOOTING: Readonly<Record<Standing, number>> = {
  document: 1,
  'on-record': 1,
  outlet: 0.95,
  'unnamed-official': 0.8,
  anonymous: 0.7,
};
/** How near to the subject a passage must be, where any is. */
const NEAR = 0.85;
/** Longest text of one passage of a bottom line, in characters. */
const LONGEST = 360;

/**
 * One or two passages that say where a story stands: the most central one that names the subject, and what is newest
 * beside it. Chosen as in Carbonell and Goldstein's maximal marginal relevance (SIGIR 1998): relevance less what
 * the first has said already; relevance is nearness to the subject, centrality, place in the article and recency. What
 * is `shown` elsewhere in the brief is passed over for what is nearly as good, and what is `contested` there for half as good.
 */
export function bottomLine(
  considered: readonly Considered[],
  weights: Weights,
  shown: readonly Candidate[],
  contested: readonly Candidate[],
): Candidate[] {
  const presentable = considered.flatMap(({ all, about }) =>
    all
      .filter(({ candidate }) => isPresentable(candidate))
      .map(({ candidate, nearness }) => ({ candidate, nearness, about })),
  );
  const near = presentable.filter(({ nearness }) => nearness >= NEAR);
  const passages = near.length > 0 ? near : presentable;
  const central = centralities(passages.map(({ candidate }) => candidate));
  const rated = passages.map(({ candidate, nearness, about }, at) => ({
    candidate,
    nearness,
    rate:
      nearness ** 1.5 *
      (0.4 + 0.6 * about) *
      (0.3 + 0.7 * (central[at] ?? 0)) *
      placing(candidate) *
      (LEANS_BACK.test(candidate.text) ? 0.6 : 1) *
      FOOTING[standingOf(candidate)] *
      (contested.some((other) => overlaps(candidate, other)) ? 0.5 : 1) *
      (shown.some((other) => overlaps(candidate, other)) ? 0.75 : 1),
  }));
  const standing = best(
    rated,
    ({ candidate }) => weights.recency(candidate.day) ** 0.25 * substance(candidate),
  );
  if (standing === undefined) return [];
  const second = best(
    rated.filter(({ candidate }) => !tellSame(candidate, standing)),
    ({ candidate, nearness }) =>
      nearness ** 2 *
      weights.recency(candidate.day) ** 3 *
      (1 - 0.7 * likeness(candidate, standing)),
  );
  return [standing, second]
    .filter((each) => each !== undefined)
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
}

/** What happened, with its figures, over who would not say. */
function substance(candidate: Candidate): number {
  const declined =
    /^No\b|\b(?:nobody|declin\p{L}*|refus\p{L}*|not say|no comment|would not|did not|has not|have not|no public)\b/iu.test(
      candidate.text,
    );
  return (figuresIn(candidate).length > 0 ? 1.3 : 1) * (declined ? 0.5 : 1);
}

/** "those claims": words that lean on what was said before. */
const LEANS_BACK =
  /\bthe (?:two|three|four|same|other)\b|\b(?:those|these|such|this) (?!(?:week|month|year|time|day|weekend|summer)\b)\p{Ll}+s?\b/u;
/** "The case was …": a reader would ask which. */
const BARE_NOUN =
  /^The \p{Ll}+ (?:was|is|were|are|had|has|said|would|will|did|could|may|\p{Ll}+ed)\b/u;

interface Rated {
  readonly candidate: Candidate;
  readonly nearness: number;
  readonly rate: number;
}

function best(rated: readonly Rated[], factor: (rated: Rated) => number): Candidate | undefined {
  let [found, most]: [Candidate | undefined, number] = [undefined, 0];
  for (const each of rated) {
    const rate = each.rate * factor(each);
    if (rate > most) [found, most] = [each.candidate, rate];
  }
  return found;
}

function isPresentable({ isStatement, complete, text }: Candidate): boolean {
  return (
    !isStatement &&
    complete &&
    !BARE_NOUN.test(text) &&
    text.length <= LONGEST &&
    text.split(/\s+/).length >= 8
  );
}

/** What stands first in a news article says most; the lead weighs twice the tail. */
function placing({ place }: Candidate): number {
  return 0.5 + 0.5 / (1 + place / 2);
}
