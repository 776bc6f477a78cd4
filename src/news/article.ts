import type { Reading } from './reading.ts';

/** One published text, before the corpus has numbered it. */
export interface ArticleText {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** ISO 8601, a day or an instant with its offset, as the article gives it; null where it gives none. */
  readonly publishedAt: string | null;
  /** When the article says it was last changed, like `publishedAt`; absent where it doesn't say. */
  readonly updatedAt?: string;
  /** The language it declares, or is plainly written in: BCP 47 ("en", "pt-BR"); absent where neither tells. */
  readonly language?: string;
  readonly url: string | null;
  /** Paragraphs, divided by a blank line. */
  readonly text: string;
  /** Public pages that a text of our own was written from. */
  readonly basedOn: readonly string[];
}

/** Another place where the same text stands: a reprint, or the same page by another address. */
export interface Copy {
  /** The id the article would have had from there. */
  readonly id: string;
  readonly url: string | null;
  readonly outlet: string | null;
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
  /** Id of the article that its story began with; absent where it began one itself. */
  readonly story?: string;
  /** Where else it stands, as far as it came in from there; absent where nowhere. */
  readonly copies?: readonly Copy[];
}
