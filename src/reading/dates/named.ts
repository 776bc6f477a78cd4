import { addDays, type Day, daysBetween, easter, weekdayOf } from './calendar.ts';
import { nearest, single } from './days.ts';
import { isCapitalised, pattern, type Rule } from './rule.ts';
import { yearNumber } from './words.ts';

const fixed =
  (month: number, day: number) =>
  (year: number): Day => ({ year, month, day });

const nthMonday = (month: number, nth: number) => (year: number) => nthWeekday(year, month, 0, nth);

/** The nth such weekday of a month; the last one where `nth` is -1. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth < 0) {
    const end = addDays(
      { year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 },
      -1,
    );
    return addDays(end, -((weekdayOf(end) - weekday + 7) % 7));
  }
  const first = { year, month, day: 1 };
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

const named: readonly (readonly [string, (year: number) => Day])[] = [
  ["New\\s+Year['’]s\\s+Day", fixed(1, 1)],
  ["New\\s+Year['’]s\\s+Eve", fixed(12, 31)],
  ['Martin\\s+Luther\\s+King\\s+(?:Jr\\.?\\s+)?Day|MLK\\s+Day', nthMonday(1, 3)],
  ["Valentine['’]s\\s+Day", fixed(2, 14)],
  ["Presidents['’]?\\s+Day", nthMonday(2, 3)],
  ["(?:St\\.?|Saint)\\s+Patrick['’]s\\s+Day", fixed(3, 17)],
  ['Good\\s+Friday', (year) => addDays(easter(year), -2)],
  ['Easter\\s+Monday', (year) => addDays(easter(year), 1)],
  ['Easter(?:\\s+Sunday)?', easter],
  ['May\\s+Day', fixed(5, 1)],
  ['Memorial\\s+Day', nthMonday(5, -1)],
  ['(?:the\\s+)?(?:Fourth\\s+of\\s+July|July\\s+Fourth)|Independence\\s+Day', fixed(7, 4)],
  ['Bastille\\s+Day', fixed(7, 14)],
  ['Labor\\s+Day', nthMonday(9, 1)],
  ['Columbus\\s+Day', nthMonday(10, 2)],
  ['Halloween', fixed(10, 31)],
  ["Veterans['’]?\\s+Day|Armistice\\s+Day", fixed(11, 11)],
  ['Thanksgiving(?:\\s+Day)?', (year) => nthWeekday(year, 11, 3, 4)],
  ['Christmas\\s+Eve', fixed(12, 24)],
  ['Christmas(?:\\s+Day)?', fixed(12, 25)],
  ['Boxing\\s+Day', fixed(12, 26)],
];

/** Holidays on a known day of every year, and the days that are known by their number ("9/11"). */
export const namedRules: readonly Rule[] = [
  {
    pattern: pattern(
      '(?:9/11|(?:Sept\\.?|September)\\s+11(?:th)?(?=,?\\s+(?:terror|attack|hijack|commission|memorial)))',
    ),
    resolve: (_, { today }) =>
      today && today.year < 2001 ? null : single({ year: 2001, month: 9, day: 11 }),
  },
  {
    pattern: pattern(
      `(?:(?<which>last|next|this)\\s+)?(?<name>${named.map(([source]) => source).join('|')})(?:,?\\s+(?<year>${yearNumber}))?`,
    ),
    resolve: ({ which = '', name = '', year }, place) => {
      const on = named.find(([source]) => new RegExp(`^(?:${source})$`, 'i').test(name))?.[1];
      if (!on || !isCapitalised(name.replace(/^the\s+/, ''))) return null;
      if (year) return single(on(Number(year)));
      const { today, after } = place;
      if (!today || /^\s+(?:Island|parade|Carol|tree|card|music)/i.test(after)) return null;
      const candidates = [today.year, today.year - 1, today.year + 1].map(on);
      const offset = (each: Day) => daysBetween(today, each);
      const behind = candidates.filter((each) => offset(each) < 0);
      const ahead = candidates.filter((each) => offset(each) > 0);
      const chosen = /last/i.test(which)
        ? closest(behind, offset)
        : /next/i.test(which)
          ? closest(ahead, offset)
          : nearest(candidates, offset, place);
      return chosen ? single(chosen) : null;
    },
  },
];

function closest(candidates: readonly Day[], offset: (each: Day) => number): Day | null {
  return [...candidates].sort((a, b) => Math.abs(offset(a)) - Math.abs(offset(b)))[0] ?? null;
}
