import type { Precision } from '../news/reading.ts';
import type { Candidate } from './candidate.ts';
import { likeness, tellSame } from './same.ts';
import type { Considered } from './subject.ts';
import { isAfter } from './when.ts';

/** Most entries of a timeline. */
const MOST_ENTRIES = 40;
/** Most announcements of what is next. */
const MOST_NEXT = 3;

/** A passage that tells of something with a date. */
export interface Happening {
  readonly date: string;
  readonly precision: Precision;
  readonly candidate: Candidate;
}

/** What happened, by the day it happened; told once where several articles tell the same. */
export function happenings(considered: readonly Considered[], until: string | null): Happening[] {
  const chosen: Happening[] = [];
  for (const each of dated(considered)) {
    if (until !== null && isAfter(each.date, until)) continue;
    if (chosen.length >= MOST_ENTRIES) break;
    if (!chosen.some((other) => isRepeat(each, other))) chosen.push(each);
  }
  return inOrder(chosen);
}

/** What was announced for after a day, soonest first. */
export function whatIsNext(considered: readonly Considered[], after: string): Candidate[] {
  const chosen: Happening[] = [];
  for (const each of inOrder(dated(considered).filter(({ date }) => isAfter(date, after)))) {
    if (chosen.length >= MOST_NEXT) break;
    if (!chosen.some((other) => tellSame(each.candidate, other.candidate))) chosen.push(each);
  }
  return chosen.map(({ candidate }) => candidate);
}

/** Dated passages near the subject, the nearest and best known first. */
function dated(considered: readonly Considered[]): Happening[] {
  const found: (Happening & { readonly rate: number })[] = [];
  for (const { article, all, about } of considered) {
    const events = new Map(article.reading.events.map((event) => [event.start, event]));
    for (const { candidate, nearness } of all) {
      const event = candidate.isStatement ? undefined : events.get(candidate.start);
      if (event === undefined || nearness < 0.6 || !candidate.complete) continue;
      const { date, precision } = event;
      const rate = nearness * (0.4 + 0.6 * about) * (1 / (1 + candidate.place / 10));
      found.push({ date, precision, candidate, rate });
    }
  }
  return found.sort(
    (a, b) =>
      b.rate - a.rate ||
      b.candidate.article.arrival - a.candidate.article.arrival ||
      a.candidate.start - b.candidate.start,
  );
}

function isRepeat(one: Happening, other: Happening): boolean {
  const sameTime = one.date.startsWith(other.date) || other.date.startsWith(one.date);
  if (!sameTime) return false;
  if (tellSame(one.candidate, other.candidate)) return true;
  return likeness(one.candidate, other.candidate) >= 0.45;
}

function inOrder(all: readonly Happening[]): Happening[] {
  return [...all].sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      a.candidate.article.arrival - b.candidate.article.arrival ||
      a.candidate.start - b.candidate.start,
  );
}
