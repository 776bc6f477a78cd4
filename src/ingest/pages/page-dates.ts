import { dateInText } from './date-in-text.ts';
import { dateReader } from './date-reader.ts';
import { dayInAddress } from './day-in-address.ts';
import { declaredDates } from './declared-dates.ts';
import type { Json } from './linked-data.ts';
import { inItsOwnDay } from './own-day.ts';
import { shownDates } from './shown-dates.ts';
import type { Survey } from './survey.ts';

/** When a page says that its article was published and last changed: ISO 8601, a day or an instant with offset. */
export interface PageDates {
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

/** Reads when an article was published and changed, from the surest place that tells. */
export function pageDates(
  data: readonly Json[],
  survey: Survey,
  url: string | null,
  shownText: readonly string[],
): PageDates {
  const read = dateReader(survey, url);
  const declared = declaredDates(data, survey, read);
  const shown = shownDates(survey, read);
  const day = dayInAddress(url);
  const all = [...declared.published, ...shown.published];
  const [first] = declared.published;
  const published =
    first !== undefined
      ? inItsOwnDay(first, all, day)
      : (shown.published.find((one) => day !== undefined && one.startsWith(day)) ??
        day ??
        shown.published[0] ??
        declared.updated[0] ??
        shown.updated[0] ??
        dateInText(shownText, read));
  const [updated] = [...declared.updated, ...shown.updated];
  return {
    publishedAt: published ?? null,
    updatedAt: updated !== undefined && updated !== published ? updated : null,
  };
}
