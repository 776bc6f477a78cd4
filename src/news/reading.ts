import type { Span } from './span.ts';
import type { Standing } from './standing.ts';

/** A sentence of an article. */
export type Passage = Span;

/** Whether a speaker affirms what the statement holds, denies it, or refuses to speak to it. */
export type Polarity = 'asserts' | 'denies' | 'declines';

/** How exactly a date is known. */
export type Precision = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'minute';

/** What a speaker said; the span covers the content alone, without speaker, cue or quotation marks. */
export interface Statement extends Span {
  /** True where the words stand in quotation marks. */
  readonly quoted: boolean;
  /** The fullest name the article gives the speaker, else the fullest description; null where nobody can be told. */
  readonly speaker: string | null;
  /** What the article says the speaker is ("State Department spokesman"). */
  readonly role: string | null;
  /** The words that stand for the speaker at this place ("he", "the official"). */
  readonly source: string | null;
  readonly standing: Standing;
  /** The words that decided the standing. */
  readonly why: string;
  /** The word that marks this as somebody's ("said", "according to"). */
  readonly cue: string | null;
  readonly polarity: Polarity;
  /** The day it was said, ISO 8601, where the text tells. */
  readonly date: string | null;
  /** The outlets that relayed it, as the text names them. */
  readonly via: readonly string[];
}

/** A mention of a date, resolved; `value` is ISO 8601 ("2015-06-22", "2015-06", "2009", "2015-06-23/2015-06-24"). */
export interface DateMention extends Span {
  readonly value: string;
  readonly precision: Precision;
}

/** Something with a date; the span is the whole passage that tells of it. */
export interface Event extends Span {
  readonly date: string;
  readonly precision: Precision;
}

/** A number with what it counts. */
export interface Figure extends Span {
  /** The number in plain digits, with its unit where it has one ("21500000", "$133300000", "93%", "1.1..1.3"). */
  readonly value: string;
  /** What is counted, in the article's words; null where the text leaves it open. */
  readonly counts: string | null;
}

/** All that reading finds in a text; every list in order of `start`. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
}
