import type { Figure } from '../../news/reading.ts';

/** What a figure may stand for: its hedges ("at least"), its rounding or its range, from `low` to `high`. */
export interface Amount {
  /** '%' or a currency; '' for a plain number. */
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** How far "about" may be off, as a share of the number. */
const ABOUT = 0.1;
/** How far above "more than" and "at least", and below "up to", a number is still what was meant. */
const BOUND = 0.5;
/** From here on round numbers are taken for rounded ones. */
const MAY_BE_ROUNDED = 1_000;

const ABOVE = /\b(?:more than|at least|no (?:fewer|less) than|over|upwards? of|in excess of)\b/i;
const NOT_ABOVE =
  /\b(?:fewer than|less than|at most|no more than|up to|under|as (?:many|much) as)\b/i;
const JUST_BELOW = /\b(?:nearly|almost|close to)\b/i;
const NEAR = /\b(?:about|around|roughly|approximately|some|an estimated)\b/i;

/** What a figure, in its words with hedge and all, may stand for; undefined where it has no number. */
export function amountOf({ value }: Pick<Figure, 'value'>, words: string): Amount | undefined {
  const unit = value.endsWith('%') ? '%' : value.replace(/[\d.\s-]/g, '');
  const numbers = value
    .split('..')
    .map((part) => Number(part.replace(/[^\d.]/g, '')))
    .filter((each) => !Number.isNaN(each));
  const [first, last = first] = numbers;
  if (first === undefined || last === undefined || !/\d/.test(value)) return undefined;
  if (first !== last) return { unit, low: Math.min(first, last), high: Math.max(first, last) };
  const rounding = unit !== '' || first >= MAY_BE_ROUNDED ? roundingOf(first) : 0;
  const [low, high] = [first - rounding, first + rounding];
  if (ABOVE.test(words)) return { unit, low, high: first * (1 + BOUND) };
  if (NOT_ABOVE.test(words)) return { unit, low: first * (1 - BOUND), high };
  if (JUST_BELOW.test(words)) return { unit, low: first * (1 - ABOUT), high };
  if (NEAR.test(words)) return { unit, low: first * (1 - ABOUT), high: first * (1 + ABOUT) };
  return { unit, low, high };
}

/** True where two amounts may well be one: they have a value in common. */
export function mayBeOne(one: Amount, other: Amount): boolean {
  return one.low <= other.high && other.low <= one.high;
}

/** How many times the larger amount is the smaller one. */
export function ratioOf(one: Amount, other: Amount): number {
  const [a, b] = [one.low + one.high, other.low + other.high];
  return Math.max(a, b) / Math.max(Math.min(a, b), Number.EPSILON);
}

/** Half of the last place that a number gives ("21.5 million": 50,000), at most a tenth of it. */
function roundingOf(number: number): number {
  if (!Number.isInteger(number)) {
    const places = String(number).split('.')[1]?.length ?? 0;
    return Math.min(10 ** -places / 2, number / 10);
  }
  const zeros = /0*$/.exec(String(number))?.[0].length ?? 0;
  return Math.min(10 ** zeros / 2, number / 10);
}
