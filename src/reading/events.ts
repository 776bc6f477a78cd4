import type { DateMention, Event, Passage } from '../news/reading.ts';

/** The passages that tell of something with a date, in order. */
export function findEvents(
  passages: readonly Passage[],
  dates: readonly DateMention[],
  _text: string,
  _publishedAt: string | null,
): Event[] {
  const found: Event[] = [];
  for (const passage of passages) {
    const date = dates.find((each) => each.start >= passage.start && each.end <= passage.end);
    if (date) found.push({ ...passage, date: date.value, precision: date.precision });
  }
  return found;
}
