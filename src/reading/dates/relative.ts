import { parseNumber, smallNumber } from '../number-words.ts';
import { addDays, addMonths, type Day, isoDay, isoMonth, isoYear, mondayOf } from './calendar.ts';
import { single } from './days.ts';
import { weekFrom } from './periods.ts';
import { type Dated, type Mentioned, type Place, pattern, type Rule } from './rule.ts';

const count = `(?<count>\\d{1,3}|${smallNumber}(?:\\s+hundred)?|an?|(?:a\\s+)?couple\\s+of|a\\s+dozen|half\\s+a\\s+dozen|two\\s+dozen)`;
const unit = '(?<unit>day|week|fortnight|month|quarter|year|decade|century)';
const about =
  '(?:(?:about|some|nearly|almost|roughly|around|more\\s+than|less\\s+than|fewer\\s+than|over|at\\s+least|only|just|barely|exactly|not\\s+even|up\\s+to)\\s+)?';
const partOfDay = '(?:\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night))?';

/** Dates told by their distance from the day of publication or from the day mentioned before: "yesterday", "two weeks ago". */
export const relativeRules: readonly Rule[] = [
  {
    pattern: pattern(
      `(?:(?:early|late|earlier|later)\\s+)?(?<word>today|yesterday|tomorrow|tonight|the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow)${partOfDay}`,
    ),
    resolve: ({ word = '' }, { today, before, after }) => {
      if (!today || isTitle(word, before, after)) return null;
      const offset = /before/.test(word)
        ? -2
        : /after/.test(word)
          ? 2
          : /yester/i.test(word)
            ? -1
            : /tomorrow/i.test(word)
              ? 1
              : 0;
      return single(addDays(today, offset));
    },
  },
  {
    pattern: pattern(
      '(?:(?:early|late|earlier|later)\\s+)?(?<which>this|last|that|the\\s+same|the\\s+previous|the\\s+next|the\\s+following)\\s+(?<when>morning|afternoon|evening|night)',
    ),
    resolve: ({ which = '', when }, { today, mentioned }) => {
      const word = which.toLowerCase();
      if (word === 'last')
        return today && /night/i.test(when ?? '') ? single(addDays(today, -1)) : null;
      if (word === 'this') return today && !/night/i.test(when ?? '') ? single(today) : null;
      if (mentioned?.precision !== 'day') return null;
      return single(
        addDays(mentioned.day, /previous/.test(word) ? -1 : /next|following/.test(word) ? 1 : 0),
      );
    },
  },
  {
    pattern: pattern(
      '(?<which>the\\s+(?:very\\s+)?(?:next|following|previous|same)\\s+day|the\\s+day\\s+(?:before|after)(?=[.,;:)”"\\n]|\\s+(?:and|but|in|at|to|when|by)\\b|$)|that\\s+(?:very\\s+|same\\s+)?day|the\\s+next\\s+day)',
    ),
    resolve: ({ which = '' }, { today, mentioned }) => {
      const day = mentioned?.precision === 'day' ? mentioned.day : null;
      const base = day ?? today;
      if (!base || (/that|same/i.test(which) && !day)) return null;
      return single(
        addDays(
          base,
          /next|following|after/i.test(which) ? 1 : /previous|before/i.test(which) ? -1 : 0,
        ),
      );
    },
  },
  {
    pattern: pattern(
      `${about}${count}(?:\\s+and\\s+a\\s+half)?[-\\s]+(?:calendar\\s+|business\\s+|working\\s+|full\\s+|short\\s+|long\\s+)?${unit}s?\\s+ago(?<same>\\s+(?:this|last)\\s+(?:week|month))?`,
    ),
    resolve: ({ count: number = '', unit: of = '', same = '' }, { today }) => {
      const size = toCount(number);
      if (!today || size === null) return null;
      if (/year/i.test(of) && /this month$/i.test(same)) return shift(today, size * -12, 'month');
      return shift(today, -size, of.toLowerCase());
    },
  },
  {
    pattern: pattern('(?:the\\s+)?year[-\\s](?:ago|earlier)|a\\s+year[-\\s](?:before|earlier|ago)'),
    resolve: (_, { today }) =>
      today ? { value: isoYear(today.year - 1), precision: 'year' } : null,
  },
  {
    pattern: pattern(
      `${about}${count}\\s+${unit}s?\\s+(?<way>earlier|later|from\\s+now|hence|previously|from\\s+today)(?!\\s+than)`,
    ),
    resolve: ({ count: number = '', unit: spelled = '', way = '' }, { today, mentioned }) => {
      const of = spelled.toLowerCase();
      const back = /earlier|previously/i.test(way);
      const known = mentioned && isFineEnough(mentioned, of) ? mentioned.day : back ? today : null;
      const base = /from|hence/i.test(way) ? today : known;
      const size = toCount(number);
      return base && size !== null ? shift(base, back ? -size : size, of) : null;
    },
  },
  {
    pattern: pattern(
      `(?<the>the\\s+|these\\s+)?(?:his\\s+|her\\s+|its\\s+|their\\s+|our\\s+)?(?<which>past|last|previous|preceding|prior|next|coming|following)\\s+(?:${count}\\s+)?(?:or\\s+(?:so|two)\\s+)?${unit}(?<many>s)?(?:\\s+or\\s+(?:so|two))?`,
    ),
    resolve: ({ the, which = '', count: number, unit: of = '', many }, place) =>
      number === undefined && (the === undefined || many !== undefined)
        ? null
        : span(which.toLowerCase(), number, of.toLowerCase(), place),
  },
  {
    pattern: pattern(`(?<=\\b(?:with)?in\\s)${count}\\s+${unit}s?(?:['’]?\\s+time)?`),
    resolve: ({ count: number = '', unit: of = '' }, place) => {
      const size = toCount(number);
      if (!place.today || size === null || place.direction() !== 'future') return null;
      if (!/^\s*(?:[.,;]|$)/.test(place.after)) return null;
      return shift(place.today, size, of.toLowerCase());
    },
  },
];

function isTitle(word: string, before: string, after: string): boolean {
  if (/^T/.test(word) && /\p{Lu}[\p{L}’']*\s+$/u.test(before)) return true;
  if (/^tomorrow/i.test(word) && /\b(?:a|the|our|better|brighter|new)\s+$/i.test(before))
    return true;
  return /^Today/.test(word) && /^["”]?\s+(?:[Ss]how|[Pp]rogram)/.test(after);
}

function toCount(words: string): number | null {
  const plain = words.replace(/\s+/g, ' ').toLowerCase();
  if (/couple of$/.test(plain)) return 2;
  if (plain === 'half a dozen') return 6;
  return parseNumber(plain);
}

/** Whether a distance in that unit can be counted from a date so exactly known. */
function isFineEnough({ precision }: Mentioned, unit: string): boolean {
  if (/day|week|fortnight/.test(unit)) return precision === 'day' || precision === 'minute';
  return precision !== 'year' || /year|decade|century/.test(unit);
}

/** The date that many units away, as exact as the unit. */
function shift(from: Day, size: number, unit: string): Dated | null {
  if (size === 0 || Math.abs(size) > 2000) return null;
  switch (unit) {
    case 'day':
      return single(addDays(from, size));
    case 'week':
      return weekFrom(addDays(mondayOf(from), size * 7));
    case 'fortnight':
      return weekFrom(addDays(mondayOf(from), size * 14));
    case 'month':
      return { value: isoMonth(addMonths(from, size)), precision: 'month' };
    case 'quarter':
      return { value: isoMonth(addMonths(from, size * 3)), precision: 'month' };
    default: {
      const year = from.year + size * (unit === 'decade' ? 10 : unit === 'century' ? 100 : 1);
      return year < 1 ? null : { value: isoYear(year), precision: 'year' };
    }
  }
}

/** The stretch that "the past six years" or "the next two days" covers, up to or from the day of publication. */
function span(
  which: string,
  number: string | undefined,
  unit: string,
  { today, after }: Place,
): Dated | null {
  if (!today) return null;
  const size = number === undefined ? 1 : toCount(number);
  if (size === null || size === 0) return null;
  if (/^[-–]/.test(after)) return null;
  const back = /past|last|previous|preceding|prior/.test(which);
  const other = shift(today, back ? -size : size, unit);
  if (!other) return null;
  const edge = other.value.split('/')[0] ?? other.value;
  const here =
    other.precision === 'year'
      ? isoYear(today.year)
      : other.precision === 'month'
        ? isoMonth(today)
        : isoDay(today);
  if (other.precision === 'week') {
    const far = isoDay(addDays(today, (back ? -7 : 7) * size * (unit === 'fortnight' ? 2 : 1)));
    return { value: back ? `${far}/${here}` : `${here}/${far}`, precision: 'day' };
  }
  return { value: back ? `${edge}/${here}` : `${here}/${edge}`, precision: other.precision };
}
