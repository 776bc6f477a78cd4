import { EMPTY_WORDS, ORDINARY_WORDS } from './ordinary-words.ts';

/** Words are told apart by a number below this: hashed, so that memory stays bounded whatever is read. */
export const WORD_NUMBERS = 2 ** 18;

/** What is longer is no word. */
const LONGEST = 60;
const STEM_LENGTH = 6;
/** Quotation marks, apostrophes and dashes of a page whose UTF-8 was taken for Latin-1 or Windows-1252. */
const MISREAD_PUNCTUATION = /â[\x80€]./g;
const MOST_KNOWN = 100_000;
const HASH_BASIS = 0x811c9dc5 | 0;

/** A word of a text as it is compared. */
export interface Word {
  /** Below WORD_NUMBERS; the same for forms of one word. */
  readonly number: number;
  /** True where it begins with a capital letter. */
  readonly capital: boolean;
}

/** Gives the telling words of a text, in order, repeats kept; figures and empty words are left out. */
export type ReadWords = (text: string) => readonly Word[];

/** A reader of words, which remembers those that it has met lately. */
export function wordReader(): ReadWords {
  // By a hash of the letters as they stand, so that a word met before costs no string.
  const known = new Map<number, Word | null>();
  return (text) => {
    const words: Word[] = [];
    const mended = text.includes('â') ? text.replace(MISREAD_PUNCTUATION, "'") : text;
    for (let at = 0; at < mended.length; at += 1) {
      if (!isLetter(mended.charCodeAt(at))) continue;
      const start = at;
      let hash = HASH_BASIS;
      for (; at < mended.length; at += 1) {
        const code = mended.charCodeAt(at);
        if (!isLetter(code) && code !== APOSTROPHE && code !== CURLY_APOSTROPHE) break;
        hash = hashed(hash, code);
      }
      // Small enough for the engine to keep without a box.
      const key = hash & 0x3fffffff;
      let word = known.get(key);
      if (word === undefined) {
        if (known.size >= MOST_KNOWN) known.clear();
        word = wordFrom(mended.slice(start, at));
        known.set(key, word);
      }
      if (word !== null) words.push(word);
    }
    return words;
  };
}

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
/** 1 for a UTF-16 code unit that stands in words, 0 for another. */
const LETTERS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

function isLetter(code: number): boolean {
  return LETTERS[code] === 1;
}

const EMPTY = new Set(EMPTY_WORDS.map(folded));

/** The numbers of words that any news uses. */
export const ORDINARY_NUMBERS: ReadonlySet<number> = new Set(
  ORDINARY_WORDS.map((word) => numberOf(stem(word))),
);

function wordFrom(typed: string): Word | null {
  const word = folded(typed).replace(/’/g, "'").replace(/'s?$/, '');
  if (word.length < 2 || word.length > LONGEST || word.includes("n't") || EMPTY.has(word))
    return null;
  return { number: numberOf(stem(word)), capital: /^\p{Lu}/u.test(typed) };
}

/** In lower case, without accents. */
function folded(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z']+$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/**
 * Forms of a word meet under its first letters once a plural's ending is off (Harman, "How effective is
 * suffixing?", 1991; truncation as McNamee and Mayfield 2004): "sanctioned" and "sanctions" are one, in any language
 * that inflects at the end.
 */
function stem(word: string): string {
  return singular(word).slice(0, STEM_LENGTH);
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}

/** FNV-1a (Fowler, Noll and Vo), over UTF-16 code units. */
function hashed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function numberOf(word: string): number {
  let hash = HASH_BASIS;
  for (let at = 0; at < word.length; at += 1) hash = hashed(hash, word.charCodeAt(at));
  return ((hash >>> 0) ^ (hash >>> 18)) & (WORD_NUMBERS - 1);
}
