import type { Considered } from './subject.ts';

/** Share of the shorter article's passages that another one must repeat word for word to be a copy. */
const COPIED = 0.7;

/** The articles without reprints: of near-copies the one published first stays. Takes them in order of time. */
export function independent(considered: readonly Considered[]): Considered[] {
  const holders = new Map<string, number[]>();
  const kept: Considered[] = [];
  const sizes: number[] = [];
  for (const each of considered) {
    const own = new Set<string>();
    for (const { candidate } of each.all)
      if (!candidate.isStatement && candidate.stems.length >= 4) own.add(candidate.sequence);
    const shared = new Map<number, number>();
    for (const sequence of own)
      for (const at of holders.get(sequence) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const isCopy = [...shared].some(
      ([at, count]) => count >= COPIED * Math.max(1, Math.min(own.size, sizes[at] ?? 0)),
    );
    if (isCopy) continue;
    for (const sequence of own)
      holders.set(sequence, [...(holders.get(sequence) ?? []), kept.length]);
    sizes.push(own.size);
    kept.push(each);
  }
  return kept;
}
