import { isRefusal, type Refusal, refuse } from '../news/refusal.ts';
import { monthNumber } from '../reading/dates/words.ts';

/**
 * The first and last day that typed words cover, ISO 8601 ("2015-06-20"). A day typed without a year keeps none
 * ("--06-20"): `inYear` gives it one once the newest article is known.
 */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const NUMBERS = 'zero a two three four five six seven eight nine ten'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';
const EXAMPLE = 'Type a day like 20 June, June 20 2015, 2015-06-20, yesterday or last week.';

/** True where words were meant as a day: they name a month or a weekday, count days, or hold a number. */
export function looksLikeDay(words: string): boolean {
  return new RegExp(
    `\\d|\\b(?:${MONTH}|(?:sun|mon|tues|wednes|thurs|fri|satur)day|yesterday|today|(?:last|this|past) (?:week|month|year)|ago)(?=\\W|$)`,
    'i',
  ).test(words);
}

/** The days that words name, counted back from `today`; a refusal names words that are no day. */
export function parseDays(words: string, today: string): Days | Refusal {
  const typed = words
    .toLowerCase()
    .replace(/[,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^on /, '')
    .replace(/[.?!]+$/, '');
  const days = named(typed) ?? relative(typed, today);
  if (days === null)
    return refuse(
      `I can't read “${words.trim().slice(0, 60)}” as a day.`,
      `${EXAMPLE} For example: /brief opm since 20 June`,
    );
  if (isRefusal(days)) return days;
  const wrong = [days.from, days.to].find((day) => !exists(day));
  return wrong === undefined ? days : noSuchDay(words);
}

/** A day with its year: the latest such day not after `newest`; a day that has its year is left as it is. */
export function inYear(day: string, newest: string): string {
  if (!day.startsWith('--')) return day;
  const last = Number(newest.slice(0, 4));
  for (let year = last; year > last - 9; year -= 1) {
    const dated = `${String(year).padStart(4, '0')}${day.slice(1)}`;
    if (dated <= newest && exists(dated)) return dated;
  }
  return `${newest.slice(0, 4)}${day.slice(1)}`;
}

/** The day some days later, or earlier for a number below zero; ISO 8601. */
function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function named(typed: string): Days | Refusal | null {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(typed);
  if (iso)
    return days(iso[1] ?? null, Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  const year = /^(?:in )?(\d{4})$/.exec(typed);
  if (year) return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` };
  const dayFirst = new RegExp(`^(?:the )?${NTH} (?:of )?${MONTH}(?: ${YEAR})?$`).exec(typed);
  if (dayFirst) return days(dayFirst[3] ?? null, monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = new RegExp(`^${MONTH} (?:the )?${NTH}(?: ${YEAR})?$`).exec(typed);
  if (monthFirst) return days(monthFirst[3] ?? null, monthOf(monthFirst[1]), Number(monthFirst[2]));
  const month = new RegExp(`^(?:in )?${MONTH}(?: (?:of )?${YEAR})?$`).exec(typed);
  if (month) return days(month[2] ?? null, monthOf(month[1]), null);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  return numbers ? numeric(typed, numbers) : null;
}

function numeric(typed: string, parts: RegExpExecArray): Days | Refusal {
  const [one, two] = [Number(parts[1]), Number(parts[2])];
  if (one <= 12 && two <= 12 && one !== two)
    return refuse(`“${typed}” can be two different days.`, `Name the month. ${EXAMPLE}`);
  return one > 12 ? days(parts[3] ?? null, two, one) : days(parts[3] ?? null, one, two);
}

function relative(typed: string, today: string): Days | null {
  if (typed === 'today' || typed === 'now') return { from: today, to: today };
  if (typed === 'yesterday') return oneDay(daysLater(today, -1));
  const weekday = /^(?:last |this |past )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*day$/.exec(typed);
  if (weekday) {
    const back = (weekdayOf(today) - WEEKDAYS.indexOf(weekday[1] ?? '') + 7) % 7;
    return oneDay(daysLater(today, -(back === 0 && typed.startsWith('last') ? 7 : back)));
  }
  const ago = /^(?:the )?(?:last |past )?(\d{1,3}|[a-z]+) (day|week|month|year)s?(?: ago)?$/.exec(
    typed,
  );
  const count = ago ? countOf(ago[1] ?? '') : null;
  if (ago && count !== null && /ago$|^(?:the )?(?:last|past) /.test(typed))
    return oneDay(back(today, count, ago[2] ?? 'day'));
  const span = /^(?:the )?(last|past|this) (week|month|year)$/.exec(typed);
  if (span === null) return null;
  return calendar(span[2] ?? 'week', span[1] === 'this' ? 0 : 1, today);
}

function calendar(unit: string, earlier: number, today: string): Days {
  if (unit === 'week') {
    const monday = daysLater(today, -((weekdayOf(today) + 6) % 7) - 7 * earlier);
    return { from: monday, to: daysLater(monday, 6) };
  }
  const first = back(
    `${today.slice(0, unit === 'month' ? 7 : 4)}${unit === 'month' ? '-01' : '-01-01'}`,
    earlier,
    unit,
  );
  return unit === 'month'
    ? {
        from: first,
        to: `${first.slice(0, 8)}${lengthOf(first.slice(0, 4), Number(first.slice(5, 7)))}`,
      }
    : { from: first, to: `${first.slice(0, 4)}-12-31` };
}

function back(day: string, count: number, unit: string): string {
  if (unit === 'day') return daysLater(day, -count);
  if (unit === 'week') return daysLater(day, -7 * count);
  const months =
    Number(day.slice(0, 4)) * 12 +
    Number(day.slice(5, 7)) -
    1 -
    count * (unit === 'month' ? 1 : 12);
  const [year, month] = [String(Math.floor(months / 12)).padStart(4, '0'), (months % 12) + 1];
  const date = Math.min(Number(day.slice(8)), lengthOf(year, month));
  return `${year}-${two(month)}-${two(date)}`;
}

function days(year: string | null, month: number, day: number | null): Days {
  const start = `${year ?? '-'}-${two(month)}`;
  if (day !== null) return oneDay(`${start}-${two(day)}`);
  return { from: `${start}-01`, to: `${start}-${lengthOf(year ?? '2015', month)}` };
}

function exists(day: string): boolean {
  const [month, date] = [Number(day.slice(-5, -3)), Number(day.slice(-2))];
  const year = day.startsWith('--') ? '2016' : day.slice(0, 4);
  return month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month);
}

function noSuchDay(words: string): Refusal {
  return refuse(
    `There is no such day as “${words.trim().slice(0, 60)}”.`,
    `${EXAMPLE} For example: /brief opm since 20 June`,
  );
}

function lengthOf(year: string, month: number): number {
  return new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
}

function oneDay(day: string): Days {
  return { from: day, to: day };
}

function monthOf(name: string | undefined): number {
  return monthNumber(name ?? '');
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function countOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const at = NUMBERS.indexOf(word === 'an' || word === 'one' ? 'a' : word);
  return at > 0 ? at : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
