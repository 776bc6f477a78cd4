import {
  addDays,
  addMonths,
  type Day,
  isoDay,
  isoMonth,
  isoYear,
  mondayOf,
  weekdayOf,
} from './calendar.ts';
import { yearBy } from './months.ts';
import { type Dated, type Place, pattern, type Rule } from './rule.ts';
import { part, yearNumber } from './words.ts';

const chosenBy =
  '(?<which>this|last|next|that|the\\s+(?:same|following|previous|preceding|prior|next|coming|past|last|current|latest|year-earlier|year-ago)|this\\s+(?:past|coming|same)|(?:the\\s+)?year-(?:earlier|ago))';
const ofYear = `(?:(?:,|\\s+of|\\s+in)?\\s+(?:(?<year>${yearNumber})|(?:the\\s+)?(?:fiscal\\s+)?(?:(?<yearWhich>last|this|next)\\s+(?:fiscal\\s+)?year)|fiscal\\s+(?:year\\s+)?(?<fiscal>${yearNumber})))`;
const season = '(?<season>spring|summer|fall|autumn|winter)';
const ordinals: readonly string[] = ['first', 'second', 'third', 'fourth'];

/** Dates that name a longer stretch: "this week", "late last year", "the third quarter of 2015", "the summer of 2014". */
export const periodRules: readonly Rule[] = [
  {
    pattern: pattern(
      `(?:${part})?${chosenBy}\\s+(?<unit>week|weekend|month|year|quarter|decade|century|fiscal\\s+year|calendar\\s+year|school\\s+year)`,
    ),
    resolve: ({ which: chosen = '', unit = '' }, place) => {
      if (/^[-–]?\s?(?:old|long)\b/.test(place.after)) return null;
      const which = chosen.replace(/\s+/g, ' ').toLowerCase();
      const counted = /^(?:week|month|year|decade)$/.test(unit.toLowerCase());
      if (counted && /^the (?:past|last|coming)$/.test(which)) return null;
      return stretch(which, lastWord(unit), place);
    },
  },
  {
    pattern: pattern(
      '(?:(?:the\\s+)?(?:end|beginning|start|middle|close|turn)\\s+of\\s+the|later\\s+in\\s+the|earlier\\s+in\\s+the|late\\s+in\\s+the|early\\s+in\\s+the)\\s+(?<unit>week|weekend|month|year|quarter|decade|fiscal\\s+year)(?!\\s+(?:of|in|ended|ending|before|when|that))',
    ),
    resolve: ({ unit = '' }, place) => stretch('this', lastWord(unit), place),
  },
  {
    pattern: pattern("(?:year(?:['’]s)?[-\\s]end|month(?:['’]s)?[-\\s]end)(?!\\s+\\d)"),
    resolve: (_, { today, after, before }) => {
      if (!today || /^\s+(?:bonus|review|list|summit)/.test(after) || /\b(?:a|an)\s+$/.test(before))
        return null;
      return { value: isoYear(today.year), precision: 'year' };
    },
  },
  {
    pattern: pattern(
      '(?:the|this)\\s+(?:long\\s+|holiday\\s+)?weekend(?!\\s+(?:of|before|after|edition|box))',
    ),
    resolve: (_, place) => stretch('this', 'weekend', place),
  },
  {
    pattern: pattern(
      `(?:${part})?(?:(?<which>last|this|next|the|its|their|a)\\s+)?(?:fiscal\\s+)?(?<number>first|second|third|fourth|1st|2nd|3rd|4th)[-\\s](?:fiscal[-\\s])?quarter${ofYear}?`,
    ),
    resolve: ({ which: chosen, number = '', year, yearWhich, fiscal }, place) => {
      const index = /\d/.test(number)
        ? Number(number[0]) - 1
        : ordinals.indexOf(number.toLowerCase());
      const known = year ?? fiscal;
      return quarterOf(
        index,
        known ? Number(known) : yearWhich ? yearBy(yearWhich, place) : undefined,
        chosen?.toLowerCase(),
        place,
      );
    },
  },
  {
    pattern: pattern(`Q(?<number>[1-4])(?:\\s+(?:of\\s+)?(?<year>${yearNumber}))?`),
    resolve: ({ number, year }, place) =>
      quarterOf(Number(number) - 1, year ? Number(year) : undefined, undefined, place),
  },
  {
    pattern: pattern(
      `(?:the\\s+)?(?<number>first|second)\\s+half\\s+of\\s+(?:(?<year>${yearNumber})|(?:the\\s+)?(?:(?<yearWhich>last|this|next)\\s+)?year)`,
    ),
    resolve: ({ number, year, yearWhich }, place) => {
      const full = year ? Number(year) : yearBy(yearWhich ?? 'this', place);
      if (full === null) return null;
      const [from, until] = /first/i.test(number ?? '') ? [1, 6] : [7, 12];
      return {
        value: `${isoMonth({ year: full, month: from })}/${isoMonth({ year: full, month: until })}`,
        precision: 'quarter',
      };
    },
  },
  {
    pattern: pattern(
      `(?:(?:early|late|earlier|later|mid)[-\\s]+)?(?:the\\s+)?${season}(?:\\s+of|,)?\\s+(?:(?<year>${yearNumber})|(?<yearWhich>last|this|next)\\s+year)`,
    ),
    resolve: ({ season: spelled = '', year, yearWhich }, place) => {
      const full = year ? Number(year) : yearBy(yearWhich ?? '', place);
      return full === null ? null : inSeason(spelled.toLowerCase(), full);
    },
  },
  {
    pattern: pattern(
      `(?:${part})?(?<which>this|last|next|this\\s+past|this\\s+coming|the\\s+past|the\\s+coming)\\s+${season}`,
    ),
    resolve: ({ which: spelledWhich = '', season: spelled = '' }, { today }) => {
      const [chosen, name] = [spelledWhich.toLowerCase(), spelled.toLowerCase()];
      if (!today) return null;
      const start = seasonStart(name);
      const nowInYear = today.month;
      if (/last|past/.test(chosen))
        return inSeason(name, nowInYear > start + 2 ? today.year : today.year - 1);
      if (/next/.test(chosen))
        return inSeason(name, nowInYear < start ? today.year : today.year + 1);
      return inSeason(name, name === 'winter' && nowInYear <= 3 ? today.year - 1 : today.year);
    },
  },
];

function lastWord(words: string): string {
  return words.toLowerCase().split(/\s+/).pop() ?? words;
}

function stretch(chosen: string, unit: string, place: Place): Dated | null {
  const { today, mentioned } = place;
  const fromMention = /^(?:that|the (?:same|following|previous|preceding|prior|next))$/.test(
    chosen,
  );
  const base = fromMention ? (mentioned?.day ?? today) : today;
  if (!base) return null;
  const offset = /next|coming|following/.test(chosen)
    ? 1
    : /last|past|previous|preceding|prior|ago|earlier|latest/.test(chosen)
      ? -1
      : 0;
  const yearAgo = /year-/.test(chosen);
  switch (unit) {
    case 'week':
      return weekFrom(addDays(mondayOf(base), offset * 7));
    case 'weekend': {
      const gone = chosen === 'this' && weekdayOf(base) < 5 && place.direction() !== 'future';
      const saturday = addDays(mondayOf(base), 5 + (gone ? -1 : offset) * 7);
      return { value: `${isoDay(saturday)}/${isoDay(addDays(saturday, 1))}`, precision: 'day' };
    }
    case 'month':
      return { value: isoMonth(addMonths(base, yearAgo ? -12 : offset)), precision: 'month' };
    case 'quarter': {
      const first = addMonths(
        { ...base, month: base.month - ((base.month - 1) % 3) },
        yearAgo ? -12 : offset * 3,
      );
      return { value: quarterFrom(first), precision: 'quarter' };
    }
    case 'decade': {
      if (/^the /.test(chosen) && offset !== 0) return between(base.year, base.year + offset * 10);
      const first = base.year - (base.year % 10) + offset * 10;
      return between(first, first + 9);
    }
    case 'century': {
      const first = base.year - ((base.year - 1) % 100) + offset * 100;
      return between(first, first + 99);
    }
    default:
      return { value: isoYear(base.year + offset), precision: 'year' };
  }
}

function between(first: number, last: number): Dated {
  return {
    value: `${isoYear(Math.min(first, last))}/${isoYear(Math.max(first, last))}`,
    precision: 'year',
  };
}

/** Monday to Sunday as a date. */
export function weekFrom(monday: Day): Dated {
  return { value: `${isoDay(monday)}/${isoDay(addDays(monday, 6))}`, precision: 'week' };
}

function quarterOf(
  index: number,
  year: number | null | undefined,
  chosen: string | undefined,
  place: Place,
): Dated | null {
  if (year === null || index < 0) return null;
  if (year !== undefined)
    return { value: quarterFrom({ year, month: index * 3 + 1, day: 1 }), precision: 'quarter' };
  const { today } = place;
  if (!today || chosen === 'a') return null;
  const current = Math.floor((today.month - 1) / 3);
  const looks = place.direction();
  const ahead =
    chosen === 'next' ||
    (looks === 'future' && index < current && chosen !== 'last' && current - index > 1);
  const behind = chosen === 'last' || (index > current && looks !== 'future');
  return {
    value: quarterFrom({
      year: today.year + (ahead ? 1 : behind ? -1 : 0),
      month: index * 3 + 1,
      day: 1,
    }),
    precision: 'quarter',
  };
}

function quarterFrom(first: Day): string {
  return `${isoMonth(first)}/${isoMonth(addMonths(first, 2))}`;
}

function seasonStart(name: string): number {
  return { spring: 3, summer: 6, fall: 9, autumn: 9 }[name] ?? 12;
}

function inSeason(name: string, year: number): Dated {
  return { value: quarterFrom({ year, month: seasonStart(name), day: 1 }), precision: 'quarter' };
}
