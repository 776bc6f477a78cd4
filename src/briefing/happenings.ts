import type { Precision } from '../news/reading.ts';
import type { Candidate } from './candidate.ts';
import { figuresIn } from './figure.ts';
import { sameSpeaker } from './names.ts';
import { likeness, tellSame } from './same.ts';
import type { Considered } from './subject.ts';
import { isAfter } from './when.ts';

/** Most entries of a timeline. */
const MOST_ENTRIES = 40;
/** Share of the shorter passage's telling words that the other must have too to be cited beside it. */
const LIKE_ENOUGH_TO_CITE = 0.6;
/** Most announcements of what is next. */
const MOST_NEXT = 3;

/** A passage that tells of something with a date, and those of other articles that tell of it too. */
export interface Happening extends Dated {
  readonly also: readonly Candidate[];
}

interface Dated {
  readonly date: string;
  readonly precision: Precision;
  readonly candidate: Candidate;
}

/** What happened, by the day it happened; told once where several articles tell the same. */
export function happenings(considered: readonly Considered[], until: string | null): Happening[] {
  const chosen: (Dated & { readonly also: Candidate[] })[] = [];
  for (const each of dated(considered)) {
    if (until !== null && isAfter(each.date, until)) continue;
    const told = chosen.find((other) => isRepeat(each, other));
    if (told !== undefined) {
      const tellers = [told.candidate, ...told.also].map(({ article }) => article.id);
      const isNewTeller = !tellers.includes(each.candidate.article.id);
      if (isNewTeller && tellsOfIt(each.candidate, told.candidate)) told.also.push(each.candidate);
    } else if (chosen.length < MOST_ENTRIES) chosen.push({ ...each, also: [] });
  }
  return inOrder(chosen);
}

/** What was announced for after a day, soonest first. */
export function whatIsNext(considered: readonly Considered[], after: string): Candidate[] {
  const chosen: Dated[] = [];
  for (const each of inOrder(dated(considered).filter(({ date }) => isAfter(date, after)))) {
    if (chosen.length >= MOST_NEXT) break;
    if (!chosen.some((other) => tellSame(each.candidate, other.candidate))) chosen.push(each);
  }
  return chosen.map(({ candidate }) => candidate);
}

/** Dated passages near the subject, the nearest and best known first. */
function dated(considered: readonly Considered[]): Dated[] {
  const found: (Dated & { readonly rate: number })[] = [];
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

function isRepeat(one: Dated, other: Dated): boolean {
  const sameTime = one.date.startsWith(other.date) || other.date.startsWith(one.date);
  if (!sameTime) return false;
  if (tellSame(one.candidate, other.candidate)) return true;
  return likeness(one.candidate, other.candidate) >= 0.45;
}

/** True where one passage may be cited for the other: by the same speaker, with no other figure, and mostly in its words. */
function tellsOfIt(one: Candidate, other: Candidate): boolean {
  const [speaker, otherSpeaker] = [one.statement?.speaker, other.statement?.speaker];
  if (speaker && otherSpeaker && !sameSpeaker(speaker, otherSpeaker)) return false;
  const values = figuresIn(other).map(({ value }) => value);
  if (figuresIn(one).some(({ value }) => !values.includes(value))) return false;
  return likeness(one, other) >= LIKE_ENOUGH_TO_CITE;
}

function inOrder<D extends Dated>(all: readonly D[]): D[] {
  return [...all].sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      a.candidate.article.arrival - b.candidate.article.arrival ||
      a.candidate.start - b.candidate.start,
  );
}
