import type { Candidate } from './candidate.ts';
import { isAfter, isBefore } from './when.ts';

/** "when it was first made", "had told": told again from an earlier time that the text doesn't date. */
const TOLD_AGAIN =
  /\b(?:when (?:it|they|this|that|the \p{L}+) (?:was|were|had) first|at (?:the|that) time|earlier|previously|back then|(?:wrote|said|called) then|had (?:said|told|called|named|written|reported|announced))\b/iu;

/**
 * The time at which a candidate's words were said, to compare by: the day that reading found, else the past date that its
 * passage tells ("In June 2015 … called"), else the article's day; '' where it is told again from nobody knows when.
 */
export function saidOn({
  article,
  place,
  start,
  end,
  day = '',
  statement,
  text,
}: Candidate): string {
  if (statement?.date) return statement.date;
  const passage = article.reading.passages[place];
  const [from, to] = [Math.min(start, passage?.start ?? start), Math.max(end, passage?.end ?? end)];
  const told = article.reading.dates.find(
    (date) =>
      date.start >= from &&
      date.end <= to &&
      (day === '' || (isBefore(date.value, day) && !isAfter(date.value, day))),
  );
  if (told !== undefined) return told.value.split('/')[0] ?? told.value;
  return TOLD_AGAIN.test(text) ? '' : day;
}
