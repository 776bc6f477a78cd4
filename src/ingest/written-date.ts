import { two, type WallClock, withShortZones, zoneOffset } from './date-zone.ts';
import { publishedFrom } from './published.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

// Each with day, month and year by name; the first that stands earliest in a text counts.
const FORMS: readonly RegExp[] = [
  new RegExp(`\\b${MONTH}\\.?[ \\u00a0-]{1,2}${DAY}(?:\\s?,\\s?|\\s|-)\\s?${YEAR}\\b`, 'i'),
  new RegExp(
    `\\b${DAY}(?: of)?[ \\u00a0./-]{1,2}${MONTH}\\.?(?:,\\s?|[ \\u00a0./-]{1,2})${YEAR}\\b`,
    'i',
  ),
  new RegExp(`\\b${YEAR},?[ -]${MONTH}\\.?[ -]${DAY}\\b`, 'i'),
];
const NUMBERS =
  /(?<![\d./-])(?:(?<year>(?:19|20)\d\d)(?<gap>[-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})|(?<one>\d{1,2})(?<mark>[-/.])(?<two>\d{1,2})\k<mark>(?<last>(?:19|20)\d\d))(?![\d])/;
const COMPACT = /^(?<year>(?:19|20)\d\d)(?<month>[01]\d)(?<day>[0-3]\d)(?:T?\d{4,6}Z?)?$/;

const TIME =
  /(?<![\d:.])(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,6})?)?\s?(?<half>[ap]\.?\s?m\b\.?)?,?\s?\(?(?<zone>[+-]\d{2}:?\d{2}|(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5}\b)?/i;

// Zones that are words, too: "published June 5 at 10:31 at the harbour".
const WORDS = /^(?:at|met|west|wet)$/i;

/** The offset that a zone means beside a time on a page; undefined where it is none, or more likely a word. */
function offsetOf(zone: string, clock: WallClock): string | undefined {
  const name = zone.replace(/\s/g, '');
  const isLetter = /^[a-y]$/i.test(name);
  const isSmall = name.length === 2 && name !== name.toUpperCase();
  return isLetter || isSmall || WORDS.test(name) ? undefined : zoneOffset(name, clock);
}

/** Where the text names a day: the day in ISO 8601 and where its words begin and end. */
interface Named {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function named(match: RegExpExecArray, day: string): Named | undefined {
  if (publishedFrom(day) === undefined) return undefined;
  return { day, start: match.index, end: match.index + match[0].length };
}

function inWords(text: string): Named | undefined {
  let first: Named | undefined;
  for (const form of FORMS) {
    const match = form.exec(text);
    const { year, month = '', day } = match?.groups ?? {};
    if (match === null || (first !== undefined && match.index >= first.start)) continue;
    first = named(match, `${year}-${two(monthOf(month))}-${two(Number(day))}`) ?? first;
  }
  return first;
}

function inNumbers(text: string, dayFirst: boolean): Named | undefined {
  const match = NUMBERS.exec(text);
  if (match?.groups === undefined) return undefined;
  const { year, month, day, one, last } = match.groups;
  const other = match.groups.two;
  if (year !== undefined) return named(match, `${year}-${two(Number(month))}-${two(Number(day))}`);
  // With points it is the day that comes first, wherever that is written.
  const european = dayFirst || match[0].includes('.') || Number(one) > 12;
  const [d, m] = european && Number(other) <= 12 ? [one, other] : [other, one];
  return named(match, `${last}-${two(Number(m))}-${two(Number(d))}`);
}

/**
 * The first date that a text gives, in any of the ways in which pages write it: "5 June 2015 10:31 EDT",
 * "June 5, 2015 at 10:31 a.m. ET", "Fri, 05 Jun 2015 10:31:00 GMT", "2015/06/05", "05/06/2015". A day, or an instant
 * where the time and its offset stand beside it. `dayFirst` reads 05/06/2015 as the 5th of June. English months only.
 */
export function writtenDate(text: string, dayFirst = false): string | undefined {
  const short = text.slice(0, 300).trim();
  const exact = publishedFrom(short);
  if (exact !== undefined) return exact;
  const compact = COMPACT.exec(short)?.groups;
  if (compact !== undefined) {
    return publishedFrom(`${compact.year}-${compact.month}-${compact.day}`);
  }
  const found = [inWords(short), inNumbers(short, dayFirst)]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.start - b.start)[0];
  if (found === undefined) return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}[T ][\d:.,]{5,16}\s?(?:Z|[+-]\d{2}:?\d{2})?/.exec(
    short.slice(found.start),
  );
  return (iso && publishedFrom(iso[0])) || withTime(short, found);
}

/** The time beside a day: right after it, or right before it; none further away is its own. */
function withTime(text: string, { day, start, end }: Named): string {
  for (const near of [text.slice(end, end + 40), text.slice(Math.max(0, start - 40), start)]) {
    const time = TIME.exec(withShortZones(near))?.groups;
    if (time?.zone === undefined || Number(time.hour) > 23) continue;
    const hour =
      (Number(time.hour) % (time.half ? 12 : 24)) + (/^p/i.test(time.half ?? '') ? 12 : 0);
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const [minute, second] = [Number(time.minute), Number(time.second ?? 0)];
    const offset = offsetOf(time.zone, { year, month, day: date, hour, minute, second });
    if (offset === undefined) continue;
    return (
      publishedFrom(`${day}T${two(hour)}:${time.minute}:${time.second ?? '00'}${offset}`) ?? day
    );
  }
  return day;
}
