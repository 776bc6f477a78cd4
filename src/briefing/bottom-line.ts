import { tellSame } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { centralities } from './central.ts';
import type { Considered } from './subject.ts';
import type { Weights } from './weights.ts';

/** Longest text of one passage of a bottom line, in characters. */
const LONGEST = 360;

/**
 * One or two passages that say where a story stands: the most central one that names the subject, and what is newest
 * beside it. Chosen as in Carbonell and Goldstein's maximal marginal relevance (SIGIR 1998): relevance less what
 * the first has said already; relevance is nearness to the subject, centrality, place in the article and recency.
 */
export function bottomLine(considered: readonly Considered[], weights: Weights): Candidate[] {
  const passages = considered.flatMap(({ all, about }) =>
    all
      .filter(({ candidate }) => isPresentable(candidate))
      .map(({ candidate, nearness }) => ({ candidate, nearness, about })),
  );
  const central = centralities(passages.map(({ candidate }) => candidate));
  const rated = passages.map(({ candidate, nearness, about }, at) => ({
    candidate,
    rate:
      nearness ** 2 * (0.4 + 0.6 * about) * (0.3 + 0.7 * (central[at] ?? 0)) * placing(candidate),
  }));
  const standing = best(rated, ({ candidate }) => weights.recency(candidate.day) ** 0.5);
  if (standing === undefined) return [];
  const second = best(
    rated.filter(({ candidate }) => !tellSame(candidate, standing)),
    ({ candidate }) =>
      weights.recency(candidate.day) ** 3 * (1 - 0.7 * overlap(candidate, standing)),
  );
  return [standing, second]
    .filter((each) => each !== undefined)
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
}

interface Rated {
  readonly candidate: Candidate;
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
  return !isStatement && complete && text.length <= LONGEST && text.split(/\s+/).length >= 8;
}

/** What stands first in a news article says most; the lead weighs twice the tail. */
function placing({ place }: Candidate): number {
  return 0.5 + 0.5 / (1 + place / 2);
}

function overlap(one: Candidate, other: Candidate): number {
  let shared = 0;
  for (const each of one.has) if (other.has.has(each)) shared += 1;
  return shared / Math.max(1, Math.min(one.has.size, other.has.size));
}
