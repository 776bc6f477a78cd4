import type { Candidate } from './candidate.ts';
import type { Considered } from './subject.ts';

/** Two stems in a row, or one: what an extract should cover, by how many articles tell of it. */
type Concepts = ReadonlyMap<string, number>;

/**
 * Whole passages that together tell most of what the articles share, best first, up to the one that reaches `words`
 * words. Greedy cover of weighted word pairs (Gillick and Favre, "A scalable global model for summarization", 2009), each
 * pair counted once, which is maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998) with the pairs
 * already told as redundancy.
 */
export function extract(considered: readonly Considered[], words: number): Candidate[] {
  const passages = considered.flatMap(({ all, about }) =>
    all.filter(({ candidate }) => isPresentable(candidate)).map((near) => ({ ...near, about })),
  );
  const concepts = conceptsOf(considered);
  const own = passages.map(({ candidate }) => conceptsIn(candidate));
  const told = new Set<string>();
  const chosen: Candidate[] = [];
  const left = new Set(passages.keys());
  for (let length = 0; length < words && left.size > 0; ) {
    let [best, most] = [-1, 0];
    for (const at of left) {
      const passage = passages[at];
      if (passage === undefined) continue;
      let gain = 0;
      for (const concept of own[at] ?? [])
        if (!told.has(concept)) gain += concepts.get(concept) ?? 0;
      const { candidate, nearness } = passage;
      const rate = (gain * nearness * placing(candidate)) / lengthIn(candidate) ** 0.6;
      if (rate > most) [best, most] = [at, rate];
    }
    const candidate = passages[best]?.candidate;
    if (candidate === undefined) break;
    for (const concept of own[best] ?? []) told.add(concept);
    left.delete(best);
    chosen.push(candidate);
    length += lengthIn(candidate);
  }
  return chosen;
}

function isPresentable({ isStatement, complete, text }: Candidate): boolean {
  return !isStatement && complete && text.split(/\s+/).length >= 8;
}

function conceptsOf(considered: readonly Considered[]): Concepts {
  const articles = new Map<string, number>();
  for (const { all } of considered) {
    const own = new Set<string>();
    for (const { candidate } of all)
      if (!candidate.isStatement) for (const concept of conceptsIn(candidate)) own.add(concept);
    for (const concept of own) articles.set(concept, (articles.get(concept) ?? 0) + 1);
  }
  const least = considered.length >= 5 ? 2 : 1;
  const weights = new Map<string, number>();
  for (const [concept, count] of articles)
    if (count >= least) weights.set(concept, concept.includes(' ') ? count : 0.3 * count);
  return weights;
}

function conceptsIn({ stems }: Candidate): Set<string> {
  const found = new Set<string>(stems);
  for (let at = 1; at < stems.length; at += 1) found.add(`${stems[at - 1]} ${stems[at]}`);
  return found;
}

function placing({ place }: Candidate): number {
  return 0.6 + 0.4 / (1 + place / 3);
}

function lengthIn({ text }: Candidate): number {
  return text.split(/\s+/).length;
}
