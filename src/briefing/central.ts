import type { Candidate } from './candidate.ts';

/**
 * How central each passage is among all, from 0 to 1: the sum of its cosine similarities to the others, words weighted by
 * tf·idf. It is the degree centrality of Erkan and Radev, "LexRank", JAIR 22, 2004, without a threshold, so that one
 * sum over all passages serves for every one and the cost grows with the text alone.
 */
export function centralities(passages: readonly Candidate[]): number[] {
  const holding = new Map<string, number>();
  for (const { has } of passages)
    for (const each of has) holding.set(each, (holding.get(each) ?? 0) + 1);
  const idf = (each: string) => Math.log(1 + passages.length / (holding.get(each) ?? 1));
  const sum = new Map<string, number>();
  const vectors = passages.map(({ stems }) => {
    const vector = new Map<string, number>();
    for (const each of stems) vector.set(each, (vector.get(each) ?? 0) + idf(each));
    const length = Math.hypot(...vector.values()) || 1;
    for (const [each, weight] of vector) {
      vector.set(each, weight / length);
      sum.set(each, (sum.get(each) ?? 0) + weight / length);
    }
    return vector;
  });
  const degrees = vectors.map((vector) => {
    let degree = 0;
    for (const [each, weight] of vector) degree += weight * (sum.get(each) ?? 0);
    return degree;
  });
  const most = Math.max(...degrees, 1e-9);
  return degrees.map((degree) => degree / most);
}
