import type { Precision } from './reading.ts';
import type { Standing } from './standing.ts';

/** An article as a brief or digest lists it. */
export interface Source {
  readonly n: number;
  readonly articleId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
}

/** An exact span of a stored revision, cited. Without a speaker it is the outlet's own voice. */
export interface Line {
  readonly text: string;
  readonly articleId: string;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
  /** The `n` of its source. */
  readonly source: number;
  readonly speaker?: string;
  readonly role?: string;
  readonly standing?: Standing;
  /** True where the line is a statement whose words stand in quotation marks. */
  readonly quoted?: boolean;
  /** The day it was said, where the text tells. */
  readonly date?: string;
}

/** What a brief rests on. */
export interface Coverage {
  /** Reprints counted. */
  readonly articles: number;
  /** What is left where reprints and near-copies count once. */
  readonly independent: number;
  readonly outlets: readonly string[];
  /** First and last day of publication; null where no article is dated. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface Answer {
  readonly ask: string;
  /** Empty where the articles don't say. */
  readonly lines: readonly Line[];
}

/** Accounts that do not agree, each side with its lines. */
export interface Difference {
  readonly about: string;
  /** In order of time. */
  readonly sides: readonly (readonly Line[])[];
  /** Places in `sides`, from 0, of those that the articles themselves say a later one replaces; absent where none is. */
  readonly replaced?: readonly number[];
}

export interface TimelineEntry {
  readonly date: string;
  readonly precision: Precision;
  readonly line: Line;
  /** Passages of other articles that tell of it too, one each. */
  readonly also: readonly Line[];
}

/** A passage shown earlier that its article no longer has. */
export interface Correction {
  readonly was: Line;
  readonly now: Line | null;
}

/** The answer to `/brief`. */
export interface Brief {
  /** Name of the topic, or null for any other words. */
  readonly topic: string | null;
  /** What was asked, as typed. */
  readonly question: string;
  readonly asOf: string | null;
  readonly coverage: Coverage;
  readonly bottomLine: readonly Line[];
  readonly answers: readonly Answer[];
  readonly differences: readonly Difference[];
  readonly timeline: readonly TimelineEntry[];
  readonly next: readonly Line[];
  readonly corrections: readonly Correction[];
  readonly sources: readonly Source[];
}
