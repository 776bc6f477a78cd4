import { stem } from './stem.ts';

const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+(?:[&'’.][\p{L}\p{N}]+)*/gu;

const EMPTY_WORDS = new Set(
  `a about above after again against all also am an and any are as at be been before being below between both but by can
  could did do does doing done down during each either else even ever every few for from further get got had has have
  having he her here hers herself him himself his how however i if in into is it its itself just least less let like
  many may me might more most much must my myself neither no nor not now of off on once one only or other our ours out
  over own per quite rather s same shall she should since so some such t than that the their theirs them themselves then
  there these they this those through to too toward under until up upon us very was we were what when where whether
  which while who whom whose why will with within without would yet you your yours`.split(/\s+/),
);

/** Stems of words that say nothing on their own. */
export const EMPTY_STEMS: ReadonlySet<string> = new Set([...EMPTY_WORDS].map(stem));

/** A word as it stands in a text: lower case, without its possessive ending, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Every word of a text, in order. Initials keep no full stops: "U.S." is "us.", so abbreviations never meet the pronoun. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: typed, index }) => ({
    word: plain(typed),
    start: index,
    end: index + typed.length,
  }));
}

/** The words alone, with a space before and after each: what two texts share whatever their punctuation. */
export function plainWords(text: string): string {
  return ` ${wordsOf(text)
    .map(({ word }) => word)
    .join(' ')} `;
}

/** The stems of a text's words that say something, in order, repeats kept. */
export function stemsOf(text: string): string[] {
  return stemsIn(sequenceOf(text));
}

/** True for a word that says nothing on its own ("the", "would"). */
export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word);
}

/**
 * A text as the stems of all its words, with one space before and after each: phrases are found in it whole. `known`
 * remembers the stem of every word met, for who has many texts to go through.
 */
export function sequenceOf(text: string, known = new Map<string, string>()): string {
  let sequence = ' ';
  for (const typed of text.match(WORD) ?? []) {
    let one = known.get(typed);
    if (one === undefined) {
      one = stem(plain(typed));
      known.set(typed, one);
    }
    sequence += `${one} `;
  }
  return sequence;
}

/** The stems of a sequence that say something, in order, repeats kept. */
export function stemsIn(sequence: string): string[] {
  return sequence
    .split(' ')
    .filter((word) => word !== '' && !EMPTY_STEMS.has(word) && !word.endsWith("n't"));
}

function plain(typed: string): string {
  if (typed === 'US' || typed === 'USA') return 'us.';
  const word = typed.toLowerCase().replace(/’/g, "'").replace(/'s$/, '');
  return word.includes('.') && /^(?:\p{L}\.)+\p{L}$/u.test(word)
    ? `${word.replace(/\./g, '')}.`
    : word;
}
