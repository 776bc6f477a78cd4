import { writtenDate } from '../written-date.ts';
import type { Survey } from './survey.ts';

/** Reads the first date that a text gives; undefined where it gives none, or one that no page can be of. */
export type ReadDate = (text: string) => string | undefined;

/** Dates of publication and of changes that a page gives, in ISO 8601, the surest first. */
export interface DatesFound {
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

/** The first page of the web. */
const FIRST_POSSIBLE = '1991-08-06';

/** Whether it writes the day before the month: in English all but Americans and Filipinos do. */
function writesDayFirst(survey: Survey, url: string | null): boolean {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  if (/\.(?:uk|au|ie|in|nz|za|sg|my|ng|ke|gh|pk|lk|mt|eu|de|fr|es|it|nl)$/.test(host)) return true;
  return survey.language !== null && /^(?:en-(?!us|ph)|(?!en)[a-z])/i.test(survey.language);
}

/** Reads dates as the page from an address writes them. */
export function dateReader(survey: Survey, url: string | null): ReadDate {
  const dayFirst = writesDayFirst(survey, url);
  const latest = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  return (text) => {
    const date = writtenDate(text, dayFirst);
    return date !== undefined && date >= FIRST_POSSIBLE && date.slice(0, 10) <= latest
      ? date
      : undefined;
  };
}
