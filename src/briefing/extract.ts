import type { Candidate } from './candidate.ts';
import { centralities } from './central.ts';
import { conceptsOf, type Telling } from './concepts.ts';
import type { Considered } from './subject.ts';

/** Most passages that an extract is sought among, so that many articles take little longer than a few. */
const POOL = 300;
/** Most words of an extract that is improved by exchanges: in a longer one little is left to gain. */
const WORTH_IMPROVING = 400;
/** Most times that every passage of an extract is tried against all others. */
const ROUNDS = 6;
/** A gain smaller than this share is one of rounding. */
const REAL_GAIN = 1e-9;

/**
 * Whole passages that together tell most of what the articles share, up to the one that reaches `words` words; they are
 * in order of time, but for the last, which may overrun. Budgeted cover of concepts by how many articles tell of them
 * (Gillick and Favre, "A scalable global model for summarization", 2009) and how early, each counted once and by how
 * central its passage is (Erkan and Radev, "LexRank", JAIR 22, 2004); a greedy choice is improved by exchanges.
 * docs/briefs.md has the figures.
 */
export function extract(considered: readonly Considered[], words: number): Candidate[] {
  const { pool, weights } = poolOf(considered);
  let chosen = filled([], pool, weights, words);
  for (let round = 0; round < ROUNDS && words <= WORTH_IMPROVING; round += 1) {
    const better = improved(chosen, pool, weights, words);
    if (better === chosen) break;
    chosen = better;
  }
  const whole = chosen.slice(0, -1).sort((a, b) => a.order - b.order);
  return [...whole, ...chosen.slice(-1)].map(({ candidate }) => candidate);
}

interface Passage {
  readonly candidate: Candidate;
  /** Place among all passages, in order of time. */
  readonly order: number;
  /** In words, as white space divides them. */
  readonly length: number;
  readonly telling: Telling;
  /** What its concepts count, from 0 to 1. */
  readonly merit: number;
}

/** The passages that may stand in an extract, the most telling ones where there are many. */
function poolOf(considered: readonly Considered[]) {
  const { weights, toldBy } = conceptsOf(considered);
  const all = considered.flatMap((each) => each.all).filter((one) => !one.candidate.isStatement);
  const central = centralities(all.map(({ candidate }) => candidate));
  const passages = all
    .map(({ candidate, nearness }, order): Passage => {
      const merit = nearness * Math.sqrt(central[order] ?? 0);
      const length = candidate.text.split(/\s+/).length;
      return { candidate, order, length, telling: toldBy(candidate), merit };
    })
    .filter(({ candidate, length }) => candidate.complete && length >= 8);
  if (passages.length <= POOL) return { pool: passages, weights };
  const rates = new Map(passages.map((one) => [one, gain(one, weights, new Set()) / one.length]));
  const pool = passages.toSorted((a, b) => (rates.get(b) ?? 0) - (rates.get(a) ?? 0));
  return { pool: pool.slice(0, POOL).sort((a, b) => a.order - b.order), weights };
}

/** Some passages, and after them whatever adds most for its length, up to the one that reaches the words. */
function filled(
  some: readonly Passage[],
  pool: readonly Passage[],
  weights: Float64Array,
  words: number,
): readonly Passage[] {
  const chosen = [...upTo(some, words)];
  const told = new Set<number>();
  let length = 0;
  for (const passage of chosen) {
    gain(passage, weights, told);
    length += passage.length;
  }
  while (length < words) {
    const left = words - length;
    let best: Passage | undefined;
    let most = 0;
    for (const passage of pool) {
      if (chosen.includes(passage)) continue;
      const rate = gain(passage, weights, new Set(told), left) / Math.min(passage.length, left);
      if (rate > most) [best, most] = [passage, rate];
    }
    if (best === undefined) break;
    gain(best, weights, told);
    chosen.push(best);
    length += best.length;
  }
  return chosen;
}

/** The extract with each passage in turn exchanged for the one that adds most; the same where no exchange adds anything. */
function improved(
  before: readonly Passage[],
  pool: readonly Passage[],
  weights: Float64Array,
  words: number,
): readonly Passage[] {
  let chosen = before;
  for (let at = 0; at < chosen.length; at += 1) {
    let better = chosen;
    let most = worth(chosen, weights, words) * (1 + REAL_GAIN);
    for (const passage of pool) {
      if (chosen.includes(passage)) continue;
      const exchanged = upTo(chosen.with(at, passage), words);
      const sum = worth(exchanged, weights, words);
      if (sum > most) [better, most] = [exchanged, sum];
    }
    if (better !== chosen) chosen = filled(better, pool, weights, words);
  }
  return chosen;
}

/** The passages up to the one that reaches so many words. */
function upTo(passages: readonly Passage[], words: number): readonly Passage[] {
  let length = 0;
  const end = passages.findIndex((passage) => {
    length += passage.length;
    return length >= words;
  });
  return end < 0 ? passages : passages.slice(0, end + 1);
}

/** What passages tell together in their first so many words. */
function worth(passages: readonly Passage[], weights: Float64Array, words: number): number {
  const told = new Set<number>();
  let [sum, left] = [0, words];
  for (const passage of passages) {
    sum += gain(passage, weights, told, left);
    left -= passage.length;
  }
  return sum;
}

/** What a passage tells beyond what has been told, which it is added to; of its first `left` words where given. */
function gain(
  { telling: { concepts, after }, merit }: Passage,
  weights: Float64Array,
  told: Set<number>,
  left = Number.POSITIVE_INFINITY,
): number {
  let sum = 0;
  for (let at = 0; at < concepts.length && (after[at] ?? 0) <= left; at += 1) {
    const concept = concepts[at] ?? 0;
    if (told.has(concept)) continue;
    told.add(concept);
    sum += weights[concept] ?? 0;
  }
  return sum * merit;
}
