/** What readers of a topic keep asking. */
export interface Question {
  /** The question as a reader puts it ("Who was behind it?"). */
  readonly ask: string;
  /** Words and phrases that mark a passage as an answer, beside those of the question itself. */
  readonly words: readonly string[];
}

/** A subject people ask about. */
export interface Topic {
  /** What people type: lower case, no spaces ("opm"). */
  readonly name: string;
  /** As shown in a title. */
  readonly title: string;
  /** Every way an article or a reader names it. */
  readonly aliases: readonly string[];
  readonly questions: readonly Question[];
}
