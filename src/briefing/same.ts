import type { Candidate } from './candidate.ts';
import { sameSpeaker } from './names.ts';
import { stemsOf } from './words.ts';

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
  if (a == null || b == null || !sameSpeaker(a, b)) return false;
  const [own, others] = [wordsSaid(one), wordsSaid(other)];
  const shared = [...own].filter((each) => others.has(each)).length;
  return shared >= 0.8 * Math.max(1, Math.min(own.size, others.size));
}

/** What a candidate's words tell beside who said them and when. */
function wordsSaid({ has, statement }: Candidate): Set<string> {
  const who = new Set(stemsOf(`${statement?.speaker ?? ''} ${statement?.role ?? ''} ${FRAME}`));
  return new Set([...has].filter((each) => !who.has(each) && !/^\d/.test(each)));
}

/** Words around a statement that are none of it. */
const FRAME = `said told tells reported reporters speaking record Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
  February March April May June July August September October November December`;

/** Share of the shorter one's telling words that the other has too, from 0 to 1. */
export function likeness(one: Candidate, other: Candidate): number {
  return sharedStems(one, other) / Math.max(1, Math.min(one.has.size, other.has.size));
}

function sharedStems(one: Candidate, other: Candidate): number {
  let shared = 0;
  for (const each of one.has) if (other.has.has(each)) shared += 1;
  return shared;
}
