/** What a web page holds of its article. */
export interface Page {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** ISO 8601: a day, or an instant with its offset; null where the page gives none. */
  readonly publishedAt: string | null;
  /** Like `publishedAt`; null where the page doesn't say that it was changed. */
  readonly updatedAt: string | null;
  /** The address that all variants of the article (AMP, print, a later part) have as theirs. */
  readonly canonicalUrl: string | null;
  /** BCP 47, as the page declares it. */
  readonly language: string | null;
  /** Paragraphs, divided by a blank line. */
  readonly text: string;
  /** Where the article goes on, in order: addresses to fetch, whose texts follow this one's. */
  readonly nextPages: readonly string[];
  /** The whole article's address, where this page is an AMP or print variant or one part of several. */
  readonly fullVersion: string | null;
  readonly feeds: readonly PageFeed[];
}

/** A feed that a page names in its head. */
export interface PageFeed {
  readonly url: string;
  readonly title: string | null;
}
