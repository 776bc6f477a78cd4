import type { Reading } from './reading.ts';

/** One published text, before the corpus has numbered it. */
export interface ArticleText {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** ISO 8601, a day or an instant with its offset, as the article gives it; null where it gives none. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** Paragraphs, divided by a blank line. */
  readonly text: string;
  /** Public pages that a text of our own was written from. */
  readonly basedOn: readonly string[];
}

/** An article as the corpus keeps it: one revision of its text, with what reading found in it. */
export interface Article extends ArticleText {
  readonly id: string;
  /** 1 for the text as it first came in, one more each time it changes. */
  readonly revision: number;
  /** Place in the order in which revisions came in, over the whole corpus; never used twice. */
  readonly arrival: number;
  /** When this revision came in, ISO 8601 in UTC. */
  readonly ingestedAt: string;
  readonly reading: Reading;
}
