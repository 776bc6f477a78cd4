import type { Candidate } from './candidate.ts';
import { sameSpeaker } from './names.ts';

/** True where two candidates share a stretch of one article. */
export function overlaps(one: Candidate, other: Candidate): boolean {
  return one.article.id === other.article.id && one.start < other.end && other.start < one.end;
}

/** True where two candidates tell the same: they overlap, or share most of their words. */
export function tellSame(one: Candidate, other: Candidate): boolean {
  if (overlaps(one, other)) return true;
  const shared = sharedStems(one, other);
  const [small, large] = [one.has.size, other.has.size].sort((a, b) => a - b);
  return shared >= 0.7 * (small ?? 0) && shared >= 0.5 * (large ?? 0);
}

/** True where one speaker says the same twice: all but a fifth of the shorter statement's telling words. */
export function repeats(one: Candidate, other: Candidate): boolean {
  if (tellSame(one, other)) return true;
  const [a, b] = [one.statement?.speaker, other.statement?.speaker];
  return a != null && b != null && sameSpeaker(a, b) && likeness(one, other) >= 0.8;
}

/** Share of the shorter one's telling words that the other has too, from 0 to 1. */
export function likeness(one: Candidate, other: Candidate): number {
  return sharedStems(one, other) / Math.max(1, Math.min(one.has.size, other.has.size));
}

function sharedStems(one: Candidate, other: Candidate): number {
  let shared = 0;
  for (const each of one.has) if (other.has.has(each)) shared += 1;
  return shared;
}
