import { type ClockTime, fullYear, isDay, writtenDay, writtenInstant } from './written-date.ts';

const TIME = /^(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s*(\S.*)?$/;
const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt\s]\s*(.+))?$/;
// Written by hand: parts of one digit or too many noughts, slashes or dots for hyphens.
const LOOSE_DAY = /^(\d{4})([-/.])0?(\d{1,2})\2(?:0(?=\d\d))?(\d{1,2})(?:[Tt\s]\s*(.+))?$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^(\d{4})$/;
const ORDINAL = /^(\d{4})-?(\d{3})(?:[Tt\s](.+))?$/;
const WEEK = /^(\d{4})-?[Ww](\d{2})(?:-?([1-7]))?$/;
// Without the century: ISO 8601 of 1988.
const SHORT_DAY = /^(\d{2})(-?)(\d{2})\2(\d{2})(?:[Tt\s]\s*(.+))?$/;
const SHORT_ORDINAL = /^(\d{2})-(\d{3})$/;
const SHORT_MONTH = /^-(\d{2})(?:-?(\d{2}))?$/;

type Day = readonly [year: number, month: number, day: number];

function onDay(day: Day, time: string | undefined): string | undefined {
  if (!isDay(...day)) return undefined;
  if (time === undefined) return writtenDay(...day);
  const [, hour, minute, second, zone] = TIME.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const clock: ClockTime = {
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? undefined : Number(second),
  };
  return writtenInstant(day, clock, zone);
}

/** The nth day of a year, from 1; the year's end is not passed. */
function ordinal(year: number, nth: number): Day | undefined {
  const date = new Date(Date.UTC(year, 0, nth));
  if (nth < 1 || date.getUTCFullYear() !== year) return undefined;
  return [year, date.getUTCMonth() + 1, date.getUTCDate()];
}

/** A day of an ISO week, Monday where only the week is given. */
function weekDay(year: number, week: number, day: number): string | undefined {
  if (week < 1 || week > 53) return undefined;
  // 4 January is always in week 1.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const date = new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + day - 1));
  return date.toISOString().slice(0, 10);
}

function month(year: string, number: string): string | undefined {
  return isDay(Number(year), Number(number), 1) ? `${year}-${number}` : undefined;
}

/** A date by ISO 8601, RFC 3339 or W3CDTF, written strictly or by hand; undefined for any other text. */
export function isoDate(text: string): string | undefined {
  const day = DAY.exec(text);
  if (day !== null) return onDay([Number(day[1]), Number(day[2]), Number(day[3])], day[4]);
  const loose = LOOSE_DAY.exec(text);
  if (loose !== null)
    return onDay([Number(loose[1]), Number(loose[3]), Number(loose[4])], loose[5]);
  const [, year, number] = MONTH.exec(text) ?? [];
  if (year !== undefined && number !== undefined) return month(year, number);
  const nth = ORDINAL.exec(text);
  if (nth !== null) {
    const found = ordinal(Number(nth[1]), Number(nth[2]));
    return found && onDay(found, nth[3]);
  }
  const week = WEEK.exec(text);
  if (week !== null) return weekDay(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const [, alone] = YEAR.exec(text) ?? [];
  if (alone !== undefined) return Number(alone) > 0 ? alone : undefined;
  return withoutCentury(text);
}

function withoutCentury(text: string): string | undefined {
  const day = SHORT_DAY.exec(text);
  if (day !== null) return onDay([fullYear(day[1]), Number(day[3]), Number(day[4])], day[5]);
  const nth = SHORT_ORDINAL.exec(text);
  if (nth !== null) {
    const found = ordinal(fullYear(nth[1]), Number(nth[2]));
    return found && onDay(found, undefined);
  }
  const [, year, number] = SHORT_MONTH.exec(text) ?? [];
  if (year === undefined) return undefined;
  return number === undefined ? String(fullYear(year)) : month(String(fullYear(year)), number);
}
