import { publishedFrom } from '../../published.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Zones by name, as RFC 5322, section 4.3, has them; any other name says no offset. */
const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  gmt: 'Z',
  utc: 'Z',
  z: 'Z',
  edt: '-04:00',
  est: '-05:00',
  cdt: '-05:00',
  cst: '-06:00',
  mdt: '-06:00',
  mst: '-07:00',
  pdt: '-07:00',
  pst: '-08:00',
  // By RFC 5322, section 3.3, a time in UTC from a place that is not told.
  '-0000': 'Z',
};

const DATE =
  /^\s*(?:\w{2,9}\s*,\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[a-z]{1,5}))?/i;

/** The instant of a Date header with its offset, ISO 8601; null where it is none. */
export function mailDate(header: string): string | null {
  const [, day, name, year, hour, minute, second = '00', zone = ''] = DATE.exec(header) ?? [];
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1;
  if (day === undefined || year === undefined || hour === undefined || month === 0) return null;
  const two = (digits: string | number) => String(digits).padStart(2, '0');
  const offset = ZONES[zone.toLowerCase()] ?? (/^[+-]/.test(zone) ? zone : '');
  return (
    publishedFrom(
      `${fullYear(year)}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`,
    ) ?? null
  );
}

/** By RFC 5322, section 4.3. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  const number = Number(year);
  return String(year.length === 2 && number < 50 ? 2000 + number : 1900 + number);
}
