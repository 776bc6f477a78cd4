import { type Day, exists } from './calendar.ts';
import { monthNumber } from './words.ts';

/** The calendar day on which an article was published, as its own time zone has it; null where nothing tells. */
export function publishedDay(publishedAt: string | null): Day | null {
  if (!publishedAt) return null;
  const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(publishedAt);
  const dayFirst = /\b(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(publishedAt);
  const monthFirst = /\b([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/.exec(publishedAt);
  const slashed = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(publishedAt);
  if (slashed) return valid(Number(slashed[3]), Number(slashed[1]), Number(slashed[2]));
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (dayFirst)
    return valid(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]));
  if (monthFirst)
    return valid(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

function valid(year: number, month: number, day: number): Day | null {
  const found = { year, month, day };
  return year >= 1000 && exists(found) ? found : null;
}
