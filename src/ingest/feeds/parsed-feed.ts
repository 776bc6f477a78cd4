/** What a feed says, whatever its format. */
export interface ParsedFeed {
  /** Plain text on one line; null where it has none. */
  readonly title: string | null;
  /** The site it belongs to, absolute; null where it names none. */
  readonly link: string | null;
  /** As the feed gives it, such as `en-us`. */
  readonly language: string | null;
  /** How many minutes its publisher asks to be left alone for; null where that is not said. */
  readonly refreshMinutes: number | null;
  /** True where the document ends before its end: an entry that was cut is left out. */
  readonly isCut: boolean;
  /** In the feed's own order, which is no order of time. */
  readonly entries: readonly FeedEntry[];
}

/** One entry of a feed. Texts that the feed left out or left empty are null. */
export interface FeedEntry {
  /** What it is told apart by in its feed: its id, else its link, else a digest of what it says. */
  readonly key: string;
  /** The id as the feed gives it. */
  readonly id: string | null;
  /** Plain text on one line. */
  readonly title: string | null;
  /** Absolute, http or https. */
  readonly link: string | null;
  /** Names, divided by commas. */
  readonly author: string | null;
  /** ISO 8601, as precise as the feed gives it, with its offset where it has one. */
  readonly published: string | null;
  /** As `published`. */
  readonly updated: string | null;
  /** HTML, as the feed has it. */
  readonly summary: string | null;
  /** HTML, as the feed has it. */
  readonly content: string | null;
}
