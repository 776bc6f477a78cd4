import type { DateMention } from '../../news/reading.ts';
import { STANDINGS } from '../../news/standing.ts';
import { alike } from '../alike.ts';
import type { Candidate } from '../candidate.ts';
import { headOf } from '../figure.ts';
import { standingOf } from '../line.ts';
import { sameSpeaker } from '../names.ts';
import { stemsOf } from '../words.ts';
import { amountOf, mayBeOne, ratioOf } from './amount.ts';
import { areSubstituted, inTime, isPlacedElsewhere, isSaid, shareSaid, toldOn } from './context.ts';
import type { Counting } from './counting.ts';

/** Figures that count one thing and do not agree, in order of time. */
export interface Rivals {
  /** What they count, in an article's words. */
  readonly counts: string;
  readonly sides: readonly Counting[];
  /** Places of sides that the articles say a later one replaces. */
  readonly replaced: readonly number[];
}

/** Times that one figure may be another and still be a count of the same thing. */
const FARTHEST = 20;
/** Days between two counts of one occasion, at most, unless the text dates it or tells that it revises. */
const FARTHEST_DAYS = 60;
/** Share of the words around a figure that the other passage, its title and the passage before must say too. */
const LEAST_SAID = 0.6;
const MOST_SAID = 0.75;
/** Telling words that the passages, with title and passage before, must share beside what is counted. */
const LEAST_AROUND = 2;
const MOST_SIDES = 3;

/** "raised to 41", "up from 29", "now says": the text tells that one figure takes another's place. */
const REVISES =
  /\b(?:revis(?:e[sd]?|ing|ion)|rais(?:ed|es|ing)|lower(?:ed|s|ing)|updat(?:e[sd]?|ing)|correct(?:s|ed|ing|ion)|now (?:says?|puts?|estimates?|stands?|covers?|believes?|number)|final (?:count|toll|figure|tally|number)|(?:up|down) from|(?:earlier|previous|initial|first|original|preliminary) (?:figures?|estimates?|counts?|tolls?|reports?|notice|tally)|previously|initially|(?:had|was) (?:first|earlier|originally)|(?:increased|rose|risen|climbed|grew|grown|jumped|reduced|cut|fell|dropped) (?:to|from)|has (?:risen|climbed|grown|increased))\b/i;

/** All figures that count one thing with different values, by another voice or on another day. */
export function rivalsIn(countings: readonly Counting[]): Rivals[] {
  const found: Rivals[] = [];
  const told = new Set<Counting>();
  for (const alikes of byWhatIsCounted(countings).values()) {
    for (const one of alikes) {
      if (told.has(one)) continue;
      const sides = [one];
      for (const other of alikes)
        if (!told.has(other) && sides.every((side) => areRivals(side, other))) sides.push(other);
      if (sides.length < 2) continue;
      for (const side of sides) told.add(side);
      found.push(inOrder(sides));
    }
  }
  return found;
}

function byWhatIsCounted(countings: readonly Counting[]): Map<string, Counting[]> {
  const found = new Map<string, Counting[]>();
  const strongestFirst = [...countings].sort(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a.candidate)) - STANDINGS.indexOf(standingOf(b.candidate)) ||
      b.nearness - a.nearness,
  );
  for (const each of strongestFirst) {
    const key = `${each.amount.unit} ${each.head}`;
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return found;
}

/** True where two figures count the same thing and can't both be right, or not both at the same time. */
function areRivals(one: Counting, other: Counting): boolean {
  if (one.amount.unit !== other.amount.unit || one.head !== other.head) return false;
  if (mayBeOne(one.amount, other.amount) || ratioOf(one.amount, other.amount) > FARTHEST)
    return false;
  if ((one.adds || other.adds) && one.candidate.day !== other.candidate.day) return false;
  if (one.mode !== other.mode || one.period !== other.period) return false;
  if (one.candidate === other.candidate || !byAnother(one.candidate, other.candidate)) return false;
  if (tellsApart(one, other) || tellsApart(other, one)) return false;
  return sameThing(one, other) && sameTime(one, other) && sameMatter(one, other);
}

function byAnother(one: Candidate, other: Candidate): boolean {
  if (one.article.id !== other.article.id) return true;
  const [a, b] = [one.statement?.speaker, other.statement?.speaker];
  return a != null && b != null && !sameSpeaker(a, b);
}

/**
 * True where the article of one tells the other's value as well, in the same passage or as the same voice, and not as the
 * one that it takes the place of: then it tells of two things.
 */
function tellsApart({ candidate, head }: Counting, other: Counting): boolean {
  const { article } = candidate;
  return article.reading.figures.some(({ start, end, value, counts }) => {
    const amount = amountOf({ value }, article.text.slice(start, end));
    if (amount?.unit !== other.amount.unit || !mayBeOne(amount, other.amount)) return false;
    const passage = article.reading.passages.find((each) => each.start <= start && end <= each.end);
    if (passage === undefined) return false;
    const words = article.text.slice(passage.start, passage.end);
    if (REVISES.test(words) || REVISES.test(candidate.text)) return false;
    if (passage.start === candidate.start) return true;
    const said = article.reading.statements.find((each) => each.start <= start && end <= each.end);
    const own = candidate.statement?.speaker;
    if (own && said?.speaker && !sameSpeaker(own, said.speaker)) return false;
    return counts !== null && headOf(counts) === headOf(other.counts) && head === other.head;
  });
}

/** The same noun, narrowed down by the same words or by what the other passage says as well; the same done to them. */
function sameThing(one: Counting, other: Counting): boolean {
  const isNarrowedAlike = (a: Counting, b: Counting) => {
    const around = b.around;
    return a.narrowed.every((stem) => b.narrowed.includes(stem) || around.has(stem));
  };
  if (one.part !== other.part) return false;
  if (!isSameWhich(one, other) || !isSameWhich(other, one)) return false;
  if (!isNarrowedAlike(one, other) || !isNarrowedAlike(other, one)) return false;
  const { deed: a } = one;
  const { deed: b } = other;
  // "Cost" and "paid" may tell of one thing, but of its price and of somebody's share as well.
  if (a !== undefined && b !== undefined)
    return a === b || (one.amount.unit === '' && alike(a).has(b));
  const deed = a ?? b;
  if (deed === undefined) return one.amount.unit === '';
  const silent = a === undefined ? one : other;
  return isSaid(deed, new Set(silent.candidate.stems));
}

function sameTime(one: Counting, other: Counting): boolean {
  if (isLongAfter(one, other)) return false;
  const long = (days: readonly DateMention[]) =>
    days.filter(({ precision }) => precision !== 'day' && precision !== 'minute');
  const [a, b] = [long(one.days), long(other.days)];
  const meet = (x: DateMention, y: DateMention) =>
    x.value.startsWith(y.value) || y.value.startsWith(x.value);
  if (a.length > 0 || b.length > 0) return a.some((x) => b.some((y) => meet(x, y)));
  const [onA, onB] = [one.days, other.days];
  return onA.length === 0 || onB.length === 0 || onA.some((x) => onB.some((y) => meet(x, y)));
}

/** What the words beside one figure say of which are counted, the other's article says too. */
function isSameWhich({ which }: Counting, { around }: Counting): boolean {
  return shareSaid(which, around) >= MOST_SAID;
}

/** Counts of what is told as done, months apart without a word of revising, are mostly of two occasions. */
function isLongAfter(one: Counting, other: Counting): boolean {
  const [a, b] = [one, other].map(({ candidate }) => Date.parse(candidate.day ?? ''));
  if (a === undefined || b === undefined || Number.isNaN(a - b)) return false;
  if (one.mode !== 'so it is' || Math.abs(a - b) <= FARTHEST_DAYS * 86_400_000) return false;
  const isDated = one.days.length > 0 && other.days.length > 0;
  return !isDated && !REVISES.test((a > b ? one : other).candidate.text);
}

/** What stands around them is about one matter. */
function sameMatter(one: Counting, other: Counting): boolean {
  const [a, b] = [one.around, other.around];
  const shares = [shareSaid(one.stems, b), shareSaid(other.stems, a)];
  if (Math.min(...shares) < LEAST_SAID || Math.max(...shares) < MOST_SAID) return false;
  const counted = new Set([...stemsOf(one.counts), ...stemsOf(other.counts)]);
  const own = new Set(other.stems);
  const shared = [...new Set(one.stems)].filter((stem) => own.has(stem) && !counted.has(stem));
  const around = [...a].filter((stem) => b.has(stem) && !counted.has(stem) && !/^\d/.test(stem));
  if (shared.length < 1 || around.length < LEAST_AROUND) return false;
  if (isPlacedElsewhere(one.clause, other.candidate.article)) return false;
  if (isPlacedElsewhere(other.clause, one.candidate.article)) return false;
  return !areSubstituted(one.clause, other.clause);
}

function inOrder(sides: readonly Counting[]): Rivals {
  const ordered = [...sides].sort(inTime);
  const kept =
    ordered.length > MOST_SIDES
      ? [...ordered.slice(0, 1), ...ordered.slice(1 - MOST_SIDES)]
      : ordered;
  const replaced = kept.flatMap((side, at) =>
    kept.slice(at + 1).some((later) => replaces(later, side)) ? [at] : [],
  );
  const counts = kept.map((each) => each.counts).find((each) => each !== '') ?? '';
  return { counts, sides: kept, replaced };
}

/** True where a later figure's passage tells that it takes the place of the earlier, and on no weaker footing. */
function replaces({ candidate: later }: Counting, { candidate: earlier }: Counting): boolean {
  if (toldOn(later) <= toldOn(earlier) || !REVISES.test(later.text)) return false;
  return standingOf(later) !== 'anonymous';
}
