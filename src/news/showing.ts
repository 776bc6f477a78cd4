import type { Span } from './span.ts';

/** Where a line that was shown stands: a span of a stored revision. */
export interface Cited extends Span {
  readonly articleId: string;
  readonly revision: number;
}

/** What somebody was shown, kept so that it can be corrected: no words, only where they stand. */
export interface Showing {
  /** The user who was answered, or the channel that a brief was posted to. */
  readonly to: string;
  /** What was asked: a topic's name, or the words. */
  readonly about: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The message in the channel; absent for what its asker alone saw. */
  readonly ts?: string;
  readonly lines: readonly Cited[];
}
