import { isoDate } from './iso-date.ts';
import { spokenDate } from './spoken-date.ts';

/** Longer texts are no dates. */
const LONGEST = 100;

/**
 * A date as feeds write it, by whatever standard or none, as ISO 8601: as precise as the text, its offset kept,
 * `Z` where it names UTC, none where it names no zone. Undefined where the text is no date, or an impossible one.
 */
export function feedDate(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  return isoDate(trimmed) ?? spokenDate(trimmed);
}
