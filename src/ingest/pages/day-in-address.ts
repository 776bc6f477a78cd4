import { writtenDate } from '../written-date.ts';

const IN_PATH =
  /\/(?:[a-z-]{2,20}\/)?((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)/i;

/** The day that an address names, as many do: /2015/06/05/, /2015/jun/05/, -20150605. */
export function dayInAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const match = IN_PATH.exec(new URL(url).pathname);
  if (match === null) return undefined;
  const [, year, month = '', day, year2, month2, day2] = match;
  if (year2 !== undefined) return writtenDate(`${year2}-${month2}-${day2}`);
  return writtenDate(/\d/.test(month) ? `${year}/${month}/${day}` : `${day} ${month} ${year}`);
}
