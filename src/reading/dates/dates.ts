import type { DateMention, Passage } from '../../news/reading.ts';

/** The dates that a text mentions, resolved against the day it was published; in order. */
export function findDates(
  _text: string,
  _publishedAt: string | null,
  _passages: readonly Passage[],
): DateMention[] {
  return [];
}
