import { addMonths, type Day, isoMonth, isoYear } from './calendar.ts';
import { nearest } from './days.ts';
import { type Dated, isCapitalised, type Place, pattern, type Rule } from './rule.ts';
import { monthName, monthNumber, monthWord, part, yearNumber } from './words.ts';

const dash = '\\s?[-–—/]\\s?';
const kindOfYear = '(?:fiscal|calendar|academic|school|model|budget)';
const beforeMonth =
  /\b(?:in|since|until|till|through|during|by|before|after|from|to|between|of|and|or|for|its|their|the|a|an|his|her|late|early|mid)[\s-]+$/i;
const surelyMonth = /\b(?:in|since|until|till|through|during)\s+$/i;

/** Dates that name a month or a year: "early June 2015", "last June", "in December", "2009", "fiscal 2015", "2014-15". */
export const monthRules: readonly Rule[] = [
  {
    pattern: pattern(
      `(?:${part})?(?<month>${monthWord})(?:${dash}(?<month2>${monthWord}))?(?:,?\\s+(?:of\\s+)?(?:(?<year>${yearNumber})|(?<which>last|this|next|that|the\\s+same|the\\s+following|the\\s+previous)\\s+year)|\\s+['’](?<short>\\d\\d))`,
    ),
    resolve: ({ month = '', month2, year, which, short }, place) => {
      if (!isCapitalised(month)) return null;
      const number = short
        ? 1900 + Number(short) + (Number(short) < 50 ? 100 : 0)
        : year
          ? Number(year)
          : yearBy(which ?? '', place);
      if (number === null) return null;
      return months(number, monthNumber(month), month2 && monthNumber(month2));
    },
  },
  {
    pattern: pattern(
      `(?<part>${part})?(?:(?<which>last|next|this|this\\s+past|this\\s+coming|that|the\\s+same|the\\s+following|the\\s+previous)\\s+)?(?<month>${monthName})(?:[-–—](?<month2>${monthName}))?(?:\\s+(?<of>last|this|next)\\s+year)?`,
    ),
    resolve: ({ part: partly, which, month = '', month2 }, place) => {
      if (!isCapitalised(month)) return null;
      const named = Boolean(partly ?? which);
      if (!named && !isMonth(month, place)) return null;
      return bareMonth(
        monthNumber(month),
        month2 ? monthNumber(month2) : undefined,
        which?.toLowerCase().replace(/\s+/g, ' '),
        place,
      );
    },
  },
  {
    pattern: pattern(
      `(?:${part})?(?:(?:the\\s+)?(?:${kindOfYear}(?:[-\\s]year)?)\\s+|FY[-\\s]?|year-end\\s+|the\\s+year\\s+|the\\s+(?=\\d{4}\\s${kindOfYear}\\s))?(?<year>${yearNumber}|(?<=FY[-\\s]?)\\d\\d)(?:[-–/](?<until>(?:1[5-9]|20)\\d\\d|\\d\\d)(?![\\d\\-–/]))?(?:\\s+${kindOfYear}\\s+year)?`,
    ),
    resolve: ({ year = '', until }, place) => years(year, until, place),
  },
  {
    pattern: pattern(
      `(?:(?:the\\s+)?(?:early|late|mid)(?:dle)?[-\\s]+(?:to[-\\s]late[-\\s])?|mid)?(?:the\\s+(?:early\\s+|late\\s+|mid-?)?)?(?:(?<decade>(?:1[5-9]|20)\\d)0['’]?s|['’](?<short>\\d)0s)`,
    ),
    resolve: ({ decade, short }) => {
      const first =
        short === undefined
          ? Number(decade) * 10
          : (Number(short) < 2 ? 2000 : 1900) + Number(short) * 10;
      return { value: `${isoYear(first)}/${isoYear(first + 9)}`, precision: 'year' };
    },
  },
  {
    pattern: pattern(
      "(?<=\\b(?:in|since|by|until|(?:class|summer|spring|fall|winter)\\s+of)\\s)['’](?<short>\\d\\d)",
    ),
    resolve: ({ short }) => ({
      value: isoYear(Number(short) + (Number(short) < 50 ? 2000 : 1900)),
      precision: 'year',
    }),
  },
  {
    pattern: pattern(
      'the\\s+(?:early[-\\s]|late[-\\s]|mid[-\\s]?)?(?<number>1[5-9]|2[01])(?:th|st)\\s+century',
    ),
    resolve: ({ number }) => {
      const first = (Number(number) - 1) * 100 + 1;
      return { value: `${isoYear(first)}/${isoYear(first + 99)}`, precision: 'year' };
    },
  },
];

/** The year that "last", "this", "next" or "that" year is. */
export function yearBy(chosen: string, { today, mentioned }: Place): number | null {
  const which = chosen.toLowerCase();
  if (/that|same|following|previous/.test(which)) {
    const base = mentioned?.day ?? today;
    if (!base) return null;
    return base.year + (/following/.test(which) ? 1 : /previous/.test(which) ? -1 : 0);
  }
  if (!today) return null;
  return today.year + (which === 'last' ? -1 : which === 'next' ? 1 : 0);
}

function months(year: number, from: number, until: number | '' | undefined): Dated {
  const first = isoMonth({ year, month: from });
  if (!until || until === from) return { value: first, precision: 'month' };
  const last = isoMonth({ year: until < from ? year + 1 : year, month: until });
  return { value: `${first}/${last}`, precision: 'month' };
}

/** Whether a month's name on its own stands for the month, and not for a person, a verb or a thing. */
function isMonth(month: string, { before, after, isPerson }: Place): boolean {
  if (/\b(?:every|each)\s+$/i.test(before)) return false;
  if (/^\s+\d/.test(after) || month === month.toUpperCase()) return false;
  if (surelyMonth.test(before)) return true;
  if (isPerson(month)) return false;
  if (/^(?:May|March)$/.test(month)) {
    return beforeMonth.test(before) && !/^\s+(?:on|for|in|to|against|of)\b/.test(after);
  }
  if (/^(?:April|June|August)$/.test(month)) {
    return (
      !/^\s+\p{Lu}\p{Ll}/u.test(after) &&
      (beforeMonth.test(before) || !/\p{Lu}\p{L}+\s+$/u.test(before))
    );
  }
  return true;
}

function bareMonth(
  month: number,
  until: number | undefined,
  which: string | undefined,
  place: Place,
): Dated | null {
  const { today, mentioned } = place;
  if (!today) return null;
  const distance = (each: Day) => (each.year - today.year) * 12 + each.month - today.month;
  const candidates = [today.year, today.year - 1, today.year + 1].map((year) => ({
    year,
    month,
    day: 1,
  }));
  let chosen: Day | null | undefined;
  if (which === 'last' || which === 'this past')
    chosen = candidates
      .filter((each) => distance(each) < 0)
      .sort((a, b) => distance(b) - distance(a))[0];
  else if (which === 'next' || which === 'this coming')
    chosen = candidates
      .filter((each) => distance(each) > 0)
      .sort((a, b) => distance(a) - distance(b))[0];
  else if (which === 'this') chosen = candidates[0];
  else if (which) {
    const base = mentioned?.day ?? today;
    const offset = (month - base.month + 12) % 12;
    chosen = addMonths(
      base,
      which === 'the previous' ? offset - 12 : which === 'the following' ? offset || 12 : offset,
    );
    if (which === 'that' || which === 'the same') chosen = { year: base.year, month, day: 1 };
  } else chosen = nearest(candidates, distance, place);
  return chosen ? months(chosen.year, month, until) : null;
}

const notAYear =
  /(?:\b(?:Resolution|Flight|Room|Route|Section|Rule|Highway|Channel|Model|Windows|Office|Agenda|Vision|Boeing|Airbus|Form|Page|page|Bill|Suite|Apartment|Box|No\.?|Nos\.|nearly|almost|about|around|some|over|under|than|least|only|another|exactly|roughly|approximately|up to|as many as|worth|costs?|weigh(?:s|ed|ing)?|total(?:s|ed|ing)?|S&P|Russell|Nikkei|Fortune|Forbes)|[$€£#§]|\d[-–/.])\s*$|\d,$|\b\d{3}\s$/;
const counted =
  /^(?:\s+(?:people|men|women|children|soldiers|troops|workers|employees|jobs|miles|kilomet\w+|met(?:er|re)s|feet|acres|tons|tonnes|pounds|dollars|euros|yen|votes|delegates|points|shares|barrels|gallons|calories|residents|protesters|students|homes|units|members|passengers|refugees|hours|days|weeks|months|years|times|degrees|megawatts|rpm|words|copies|others|of them|of the|or so|GMT|hours?)\b|\s*(?:km|kg|mph|MW|m|ft|lbs?)\b)/;
const yearWords =
  /\b(?:in|since|by|until|till|from|to|of|through|during|before|after|between|and|or|for|late|early|mid|the|fiscal|calendar|year|circa|c\.)[\s-]+$|[('’,;:–—-]\s?$|^\s*$/i;

function years(
  year: string,
  until: string | undefined,
  { before, after, today }: Place,
): Dated | null {
  if (
    notAYear.test(before) ||
    (counted.test(after) && !/\b(?:in|since|by|until)\s+$/i.test(before))
  )
    return null;
  const first = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (first < 1900 && !yearWords.test(before)) return null;
  if (first > (today?.year ?? 2030) + 60) return null;
  if (until === undefined && /^[-–/]\d/.test(after)) return null;
  if (until === undefined) return { value: isoYear(first), precision: 'year' };
  const last = until.length === 2 ? Math.floor(first / 100) * 100 + Number(until) : Number(until);
  if (last <= first) return null;
  return { value: `${isoYear(first)}/${isoYear(last)}`, precision: 'year' };
}
