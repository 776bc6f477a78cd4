import { addDays, type Day, daysBetween, exists, isoDay, mondayOf, weekdayOf } from './calendar.ts';
import { type Dated, isCapitalised, type Place, pattern, type Rule } from './rule.ts';
import {
  dayNumber,
  monthNumber,
  monthWord,
  weekdayName,
  weekdayNumber,
  weekdayWord,
  yearNumber,
} from './words.ts';

const partOfDay =
  '(?:\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night)(?!\\s+(?:Live|Football|Lights|Fever|Massacre)))?';
const dash = '\\s?[-–—]\\s?';
const join = `(?:${dash}|\\s+(?:and|to|through|or)\\s+|\\s*&\\s*)`;

/** Dates that name a day: "Monday, June 22, 2015", "22 June", "June 23-24", "2015-06-22", "6/22/15", "last Tuesday". */
export const dayRules: readonly Rule[] = [
  {
    pattern: pattern(
      `(?:${weekdayWord},?\\s+)?(?<month>${monthWord})\\s?(?<day>${dayNumber})(?<more>(?:,\\s+${dayNumber})*(?:,?${join}(?:(?<month2>${monthWord})\\s)?(?<day2>${dayNumber})))?(?:,?\\s+(?<year>${yearNumber})(?!\\s+(?:people|men|women|troops|soldiers))|\\s+of\\s+(?<of>last|this|next)\\s+year)?${partOfDay}`,
    ),
    resolve: ({ month = '', day = '', month2, day2, year, of }, place) =>
      isCapitalised(month)
        ? days(
            monthNumber(month),
            day,
            monthNumber(month2 ?? month),
            day2,
            year ?? yearOf(of, place),
            place,
          )
        : null,
  },
  {
    pattern: pattern(
      `(?:${weekdayWord},?\\s+)?(?:the\\s+)?(?<day>${dayNumber})(?:${join}(?<day2>${dayNumber}))?(?:\\s+of)?\\s(?<month>${monthWord})(?:,?\\s+(?<year>${yearNumber}))?`,
    ),
    resolve: ({ month = '', day = '', day2, year }, place) => {
      if (!isCapitalised(month)) return null;
      const verbLike = /^(?:may|march|mar\.?)$/i.test(month);
      if (
        verbLike &&
        !year &&
        !/\b(?:on|by|since|until|from|to|of|before|after|and|day),?\s*$/i.test(place.before)
      )
        return null;
      if (/[\d.,:-]$/.test(place.before)) return null;
      return days(monthNumber(month), day, monthNumber(month), day2, year, place);
    },
  },
  {
    pattern: pattern(
      '(?<year>(?:1[5-9]|20)\\d\\d)(?<mark>[-/.])(?<month>0[1-9]|1[0-2])\\k<mark>(?<day>0[1-9]|[12]\\d|3[01])(?<clock>[T ](?:[01]\\d|2[0-3]):[0-5]\\d)?(?![-/.]?\\d)',
    ),
    resolve: ({ year, month, day, clock }) => {
      const found = { year: Number(year), month: Number(month), day: Number(day) };
      if (!exists(found)) return null;
      if (!clock) return single(found);
      return { value: `${isoDay(found)}T${clock.slice(1)}`, precision: 'minute' };
    },
  },
  {
    pattern: pattern(
      '(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d|\\d\\d)(?![-/.:]?\\d)',
    ),
    resolve: ({ first, second, mark, year = '' }, place) => {
      if (/[\d.-]$/.test(place.before) || (mark !== '/' && year.length < 4)) return null;
      const full = year.length === 4 ? Number(year) : nearCentury(Number(year), place);
      const dayFirst = mark === '.' || Number(first) > 12;
      const [month, day] = dayFirst
        ? [Number(second), Number(first)]
        : [Number(first), Number(second)];
      const found = { year: full, month, day };
      return exists(found) ? single(found) : null;
    },
  },
  {
    pattern: pattern(
      `(?:(?:early|late|earlier|later)\\s+)?(?:(?<which>last|next|this|this\\s+past|this\\s+coming|this\\s+last|the\\s+following|the\\s+previous|the\\s+next|the\\s+same|that|the\\s+coming)\\s+)?(?<weekday>${weekdayName})${partOfDay}(?:\\s+of\\s+(?<of>last|this|next)\\s+week)?`,
    ),
    resolve: ({ which, weekday = '', of }, place) =>
      isCapitalised(weekday)
        ? onWeekday(weekdayNumber(weekday), which?.toLowerCase().replace(/\s+/g, ' '), of, place)
        : null,
  },
];

function yearOf(which: string | undefined, { today }: Place): string | undefined {
  if (!which || !today) return undefined;
  return String(today.year + (/last/i.test(which) ? -1 : /next/i.test(which) ? 1 : 0));
}

/** A single day as a date. */
export function single(day: Day): Dated {
  return { value: isoDay(day), precision: 'day' };
}

function days(
  month: number,
  first: string,
  lastMonth: number,
  last: string | undefined,
  year: string | undefined,
  place: Place,
): Dated | null {
  const from = onDay(month, Number.parseInt(first, 10), year, place);
  if (!from) return null;
  if (last === undefined) return single(from);
  const until = {
    year: from.year + (lastMonth < month ? 1 : 0),
    month: lastMonth,
    day: Number.parseInt(last, 10),
  };
  if (!exists(until) || daysBetween(from, until) <= 0) return single(from);
  return { value: `${isoDay(from)}/${isoDay(until)}`, precision: 'day' };
}

function onDay(month: number, day: number, year: string | undefined, place: Place): Day | null {
  if (year !== undefined) {
    const found = { year: Number(year), month, day };
    return exists(found) ? found : null;
  }
  const { today } = place;
  if (!today) return null;
  const candidates = [today.year, today.year - 1, today.year + 1]
    .map((each) => ({ year: each, month, day }))
    .filter(exists);
  return nearest(candidates, (each) => daysBetween(today, each), place);
}

/** The candidate closest to the day of publication, those on the other side than the sentence looks counted farther off. */
export function nearest<T>(
  candidates: readonly T[],
  distance: (each: T) => number,
  place: Place,
): T | null {
  const looks = place.direction();
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of candidates) {
    const off = distance(each);
    const against = (looks === 'past' && off > 0) || (looks === 'future' && off < 0);
    const weighed = Math.abs(off) * (against ? (looks === 'past' ? 4 : 2) : 1);
    if (weighed < least) {
      best = each;
      least = weighed;
    }
  }
  return best;
}

function onWeekday(
  weekday: number,
  which: string | undefined,
  of: string | undefined,
  place: Place,
): Dated | null {
  const { today, mentioned, before, after } = place;
  if (
    /\b(?:every|each|most|Super|Black|Bloody|Good|Ash|Holy|Palm|Easter|Cyber|Giving|Fat|Shrove)\s+$/.test(
      before,
    )
  )
    return null;
  if (
    /^\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Independent|Post|World|Night Live|Night Football|Review)\b/.test(
      after,
    )
  )
    return null;
  if (/\b(?:News|on|the)\s+$/i.test(before) && /\bFox News\s+$|\bMail on\s+$/.test(before))
    return null;
  const base = mentioned?.precision === 'day' ? mentioned.day : null;
  if (!today) return relativeToMentioned(weekday, which, base);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const behind = ahead - 7;
  if (of)
    return single(
      addDays(
        today,
        weekday - weekdayOf(today) + (/last/i.test(of) ? -7 : /next/i.test(of) ? 7 : 0),
      ),
    );
  switch (which) {
    case 'last':
    case 'this past':
    case 'this last':
      return single(addDays(today, behind));
    case 'next':
      return single(addDays(mondayOf(today), 7 + weekday));
    case 'this coming':
    case 'the coming':
      return single(addDays(today, ahead === 0 ? 7 : ahead));
    case 'the following':
    case 'the next':
    case 'the previous':
      return relativeToMentioned(weekday, which, base ?? today);
    case 'that':
    case 'the same':
      return relativeToMentioned(weekday, 'the previous', addDays(base ?? today, 1));
    default:
      break;
  }
  if (ahead === 0) return single(today);
  const looks = place.direction();
  if (which === 'this') return single(addDays(today, looks === 'past' ? behind : ahead));
  return single(addDays(today, looks === 'future' ? ahead : behind));
}

function relativeToMentioned(
  weekday: number,
  which: string | undefined,
  mentioned: Day | null,
): Dated | null {
  if (!mentioned) return null;
  const ahead = (weekday - weekdayOf(mentioned) + 7) % 7 || 7;
  if (which === 'the following' || which === 'the next') return single(addDays(mentioned, ahead));
  return which === 'the previous' ? single(addDays(mentioned, ahead === 7 ? -7 : ahead - 7)) : null;
}

function nearCentury(twoDigits: number, { today }: Place): number {
  const until = (today?.year ?? 2020) + 10;
  const full = Math.floor(until / 100) * 100 + twoDigits;
  return full > until ? full - 100 : full;
}
