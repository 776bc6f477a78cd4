import type { Precision } from '../../news/reading.ts';
import type { Day } from './calendar.ts';
import type { Direction } from './direction.ts';

/** What a rule knows about the place where it matched. */
export interface Place {
  /** The day the article was published; null where it doesn't tell. */
  readonly today: Day | null;
  /** The date mentioned last before this place, by its first day and its precision. */
  readonly mentioned: Mentioned | null;
  /** Whether the sentence speaks of what was or of what will be. */
  readonly direction: () => Direction;
  /** Up to 40 characters before the match. */
  readonly before: string;
  /** Up to 40 characters after the match. */
  readonly after: string;
  /** Whether the article names a person by this word ("April", "May"). */
  readonly isPerson: (word: string) => boolean;
}

/** A date mentioned before; `day` is its first day. */
export interface Mentioned {
  readonly day: Day;
  readonly precision: Precision;
}

/** A resolved date. */
export interface Dated {
  readonly value: string;
  readonly precision: Precision;
}

/** One way in which English writes a date, and what it comes to; null where it is no date or can't be told. */
export interface Rule {
  readonly pattern: RegExp;
  readonly resolve: (
    groups: Readonly<Record<string, string | undefined>>,
    place: Place,
  ) => Dated | null;
}

/**
 * The pattern of a rule: whole words, capitals or not; a rule for names asks `isCapitalised` of what it matched. It looks
 * at plain letters only, five times as fast as Unicode classes; `standsAlone` asks about the others.
 */
export function pattern(source: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_$€£#@/])${source}(?![A-Za-z0-9_])`, 'gi');
}

/** Whether no letter of any script touches a match. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const touches = (at: number) => text.charCodeAt(at) > 127 && /\p{L}/u.test(text.charAt(at));
  return !touches(start - 1) && !touches(end);
}

/** Whether a month's or weekday's name is written as a name. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
