import type { Phrase } from '../phrase.ts';
import { B, K1 } from '../postings.ts';
import { lexemeOf } from './vector.ts';

/** A word to look for, and what it counts. */
export interface Weighed {
  readonly word: string;
  readonly weight: number;
}

/** Values of a statement, by their places in it. */
export interface Values {
  readonly all: (string | number)[];
  /** Puts a value in, and gives what stands for it in the statement. */
  put(value: string | number, type: 'tsquery' | 'float8' | 'text' | 'bigint' | 'integer'): string;
}

/** No values yet. */
export function values(): Values {
  const all: (string | number)[] = [];
  return {
    all,
    put(value, type) {
      all.push(value);
      return `$${all.length}::${type}`;
    },
  };
}

/**
 * π²/6 inverted, and a tenth, which Postgres weighs a word with that is in no heading: `ts_rank` of one word that
 * stands n times is (1 + 1/4 + … + 1/n²) times both. To give weights of our own takes it a quarter longer.
 */
const SCALE = 0.1 * (6 / Math.PI ** 2);

/**
 * BM25 of words, as in memory, in SQL. Postgres tells how often a word stands in a text only by `ts_rank`, whose sum
 * comes back to the number: what is left of the series after n is 1/(n + ½) but for less than 1/12n³.
 */
export function rankOf(words: readonly Weighed[], give: Values): string {
  const terms = words.map(({ word, weight }) => {
    const rank = `ts_rank(a.words, ${give.put(queryOf(word), 'tsquery')})`;
    const count = `round(${SCALE}::float8 / (0.1::float8 - ${rank}::float8) - 0.5::float8)`;
    const share = `coalesce(${K1 + 1}::float8 / (1 + n.norm / nullif(${count}, 0)), 0)`;
    return `${give.put(weight, 'float8')} * ${share}`;
  });
  return terms.join(' + ');
}

/** What a text's length takes from its words: with `perWord`, one by the mean length. */
export function normOf(perWord: number): string {
  // As doubles throughout: Postgres takes a number with a point for a decimal, and is five times slower with those.
  return `${K1 * (1 - B)}::float8 + ${K1 * B * perWord}::float8 * a.length::float8`;
}

/** A query for any of these words. */
export function anyOf(words: readonly Weighed[]): string {
  return words.map(({ word }) => queryOf(word)).join(' | ');
}

/** A query for a phrase's words, one after the other; punctuation between them is for the text to tell. */
export function inARow({ words }: Phrase): string {
  return words.map(queryOf).join(' <-> ');
}

/** A query for a phrase's words, wherever they stand. */
export function anywhere({ words }: Phrase): string {
  return words.map(queryOf).join(' & ');
}

function queryOf(word: string): string {
  return `'${lexemeOf(word)}'`;
}
