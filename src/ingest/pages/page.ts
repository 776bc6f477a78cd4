/** What a web page holds of its article. */
export interface Page {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly canonicalUrl: string | null;
  /** Paragraphs, divided by a blank line. */
  readonly text: string;
}
