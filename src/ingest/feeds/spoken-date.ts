import { withShortZones, zoneOffset } from '../date-zone.ts';
import { type ClockTime, fullYear, isDay, writtenDay, writtenInstant } from './written-date.ts';

/** What the words of a date were found to be; the last of a kind to come counts. */
interface Parts {
  year?: number;
  month?: number;
  /** True where the month's word may be a weekday instead: "mar" is a Tuesday in several languages. */
  isMonthOpen?: boolean;
  day?: number;
  time?: ClockTime;
  half?: 'am' | 'pm';
  zone?: string;
  /** Bare numbers in order, until it is known which is the day and which the year. */
  numbers: string[];
}

// By their first letters, accents taken off: English, and what feeds in other languages write most.
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'maer', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(am|pm|a\.m\.|p\.m\.)?$/i;
const HOUR = /^(\d{1,2})(am|pm)$/i;
const HALF = /^(a|p)\.?m\.?$/i;
const NUMBER = /^(\d{1,4})(?:st|nd|rd|th|\.)?$/i;
const SLASHED = /^(\d{1,4})[/.](\d{1,2})[/.](\d{2,4})$/;
const HYPHENED = /^(\d{1,2})-(\p{L}{3,12})\.?-(\d{2,4})$/u;
const OFFSET = /^[+-]\d{1,2}(?::?\d{2})?$/;
const WORD = /^\p{L}[\p{L}./_]*(?:[+-]\d{1,2}(?::?\d{2})?)?$/u;
const WEEKDAYS =
  /^(?:mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?\.?$|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mo|di|mi|do|fr|sa|so)\.?$/;
const FILLERS = new Set(['at', 'on', 'the', 'of', 'um', 'le', 'de', 'del', 'a', 'den']);
const ALWAYS_FILLERS = new Set(['uhr', 'h']);

const MOST_WORDS = 12;

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function monthOf(word: string): number | undefined {
  const letters = plain(word).replace(/\.$/, '');
  if (!/^[a-z]{3,10}$/.test(letters)) return undefined;
  const at = MONTHS.findIndex((names) => names.some((name) => letters.startsWith(name)));
  return at < 0 ? undefined : at + 1;
}

function takeTime(parts: Parts, match: RegExpExecArray): boolean {
  const [, hour, minute, second, half] = match;
  if (parts.time !== undefined) return false;
  parts.time = {
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? undefined : Number(second),
  };
  if (half !== undefined) parts.half = half.toLowerCase().startsWith('a') ? 'am' : 'pm';
  return true;
}

/** Year first, or a day that cannot be a month tells the order; otherwise the date is open. */
function takeSlashed(
  parts: Parts,
  [, first = '', second = '', third = '']: RegExpExecArray,
): boolean {
  if (first.length === 4) {
    Object.assign(parts, { year: Number(first), month: Number(second), day: Number(third) });
    return third.length <= 2;
  }
  const [one, two] = [Number(first), Number(second)];
  if (one <= 12 && two <= 12 && one !== two) return false;
  const [month, day] = one > 12 ? [two, one] : [one, two];
  Object.assign(parts, { year: fullYear(third), month, day });
  return true;
}

/** Takes one word of a date; false where it is nothing that belongs there. */
function take(parts: Parts, word: string): boolean {
  const time = TIME.exec(word);
  if (time !== null && !SLASHED.test(word)) return takeTime(parts, time);
  const slashed = SLASHED.exec(word);
  if (slashed !== null) return takeSlashed(parts, slashed);
  const [, day, name, year] = HYPHENED.exec(word) ?? [];
  if (day !== undefined && name !== undefined && year !== undefined) {
    const month = monthOf(name);
    if (month === undefined) return false;
    Object.assign(parts, { day: Number(day), month, year: fullYear(year) });
    return true;
  }
  const [, hour, halfOfHour] = HOUR.exec(word) ?? [];
  if (hour !== undefined && halfOfHour !== undefined) {
    parts.time = { hour: Number(hour), minute: 0, second: undefined };
    parts.half = halfOfHour.toLowerCase() === 'am' ? 'am' : 'pm';
    return true;
  }
  const [, number] = NUMBER.exec(word) ?? [];
  if (number !== undefined) {
    parts.numbers.push(number);
    return parts.numbers.length <= 2;
  }
  const [, half] = HALF.exec(word) ?? [];
  if (half !== undefined && parts.time !== undefined) {
    parts.half = half.toLowerCase() === 'a' ? 'am' : 'pm';
    return true;
  }
  if (OFFSET.test(word)) {
    // "GMT +0200" is the offset; "-0500 EST" says it twice.
    parts.zone = word;
    return parts.time !== undefined;
  }
  return WORD.test(word) && takeWord(parts, word);
}

function takeWord(parts: Parts, word: string): boolean {
  const month = monthOf(word);
  const isWeekday = WEEKDAYS.test(plain(word));
  if (month !== undefined && (parts.month === undefined || parts.isMonthOpen)) {
    parts.month = month;
    parts.isMonthOpen = isWeekday && parts.numbers.length === 0;
    return true;
  }
  if (isWeekday || ALWAYS_FILLERS.has(plain(word))) return true;
  if (parts.time === undefined) return FILLERS.has(plain(word));
  parts.zone ??= word;
  return true;
}

function clockOf({ time, half }: Parts): ClockTime | undefined {
  if (time === undefined || half === undefined || time.hour > 12) return time;
  return { ...time, hour: (time.hour % 12) + (half === 'pm' ? 12 : 0) };
}

/**
 * A date in words and numbers, by RFC 822 and all that passes for it, asctime, or as a page prints it:
 * in any order that leaves no doubt, with or without weekday, time and zone. A wrong weekday is passed over.
 */
export function spokenDate(text: string): string | undefined {
  const parts: Parts = { numbers: [] };
  const words = withShortZones(text)
    .replace(/\([^()]*\)/g, ' ')
    .split(/[\s,;]+/);
  if (words.length > MOST_WORDS) return undefined;
  for (const word of words) if (word !== '' && !take(parts, word)) return undefined;
  const [first, second] = parts.numbers;
  const yearFirst = first !== undefined && first.length === 4;
  const day = parts.day ?? Number(yearFirst ? second : first);
  const yearDigits = yearFirst ? first : second;
  const year = parts.year ?? (yearDigits === undefined ? undefined : fullYear(yearDigits));
  const { month } = parts;
  if (month === undefined || year === undefined || !isDay(year, month, day)) return undefined;
  const time = clockOf(parts);
  if (time === undefined) return writtenDay(year, month, day);
  const zone = knownZone(parts.zone, year, month, day);
  return writtenInstant([year, month, day], time, zone);
}

/** A zone's name that nobody knows tells nothing: the clock time alone is kept. */
function knownZone(zone: string | undefined, year: number, month: number, day: number) {
  if (zone === undefined || OFFSET.test(zone)) return zone;
  const noon = { year, month, day, hour: 12, minute: 0, second: 0 };
  return zoneOffset(zone, noon) === undefined ? undefined : zone;
}
