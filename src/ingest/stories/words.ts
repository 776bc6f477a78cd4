import { EMPTY_WORDS, ORDINARY_WORDS } from './ordinary-words.ts';

/** Words are told apart by a number below this: hashed, so that memory stays bounded whatever is read. */
export const WORD_NUMBERS = 2 ** 19;
const EMPTY = -1;

const STEM_LENGTH = 6;
const SIMPLE = /^[\x20-\x7e\n\r\t]*$/;
const ASCII_WORD = /[A-Za-z][A-Za-z']*/g;
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
/** Quotation marks, apostrophes and dashes of a page whose UTF-8 was taken for Latin-1 or Windows-1252. */
const MISREAD_PUNCTUATION = /â[\x80€]./g;
const MOST_KNOWN = 50_000;

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
  const known = new Map<string, Word | null>();
  return (text) => {
    const words: Word[] = [];
    const mended = text.includes('â') ? text.replace(MISREAD_PUNCTUATION, "'") : text;
    for (const typed of mended.match(SIMPLE.test(mended) ? ASCII_WORD : WORD) ?? []) {
      let word = known.get(typed);
      if (word === undefined) {
        if (known.size >= MOST_KNOWN) known.clear();
        word = wordFrom(typed);
        known.set(typed, word);
      }
      if (word !== null) words.push(word);
    }
    return words;
  };
}

const EMPTY_NUMBERS = new Map(EMPTY_WORDS.map((word) => [word, EMPTY]));

/** The numbers of words that any news uses. */
export const ORDINARY_NUMBERS: ReadonlySet<number> = new Set(
  ORDINARY_WORDS.map((word) => numberOf(stem(word))),
);

function wordFrom(typed: string): Word | null {
  const word = typed
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s?$/, '');
  if (word.length < 2 || word.includes("n't") || EMPTY_NUMBERS.has(word)) return null;
  return { number: numberOf(stem(word)), capital: /^\p{Lu}/u.test(typed) };
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

/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo), folded to the numbers there are. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 0) ^ (hash >>> 19)) & (WORD_NUMBERS - 1);
}
