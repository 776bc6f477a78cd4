import type { Article } from '../../news/article.ts';
import { sequenceOf } from '../words.ts';
import type { Names } from './clues.ts';

/**
 * Two or more capitalised words, with small words between them, and the word after them ("Social Security numbers"). A
 * word begins nowhere but at its first letter, and has an end: a text may be one endless run of capitals.
 */
const FULL_NAME =
  /(?<![\p{L}\p{N}&’'-])\p{Lu}[\p{L}\p{N}&’'-]{0,40}(?:(?: (?:of|for|the|and|on|in|to|&)){0,4} \p{Lu}[\p{L}\p{N}&’'-]{0,40}){1,7}(?: \p{Ll}[\p{L}-]+)?/gu;
/** A word within a sentence, where a capital is no accident. */
const WITHIN = /(?<=[\p{L}\p{N},;] )\p{L}[\p{L}’'.-]*/gu;
const MOST_LETTERS = 6;

/** What these articles know of names: which words they capitalise, and what letters stand for ("DNI", "NYT", "SF"). */
export function namesIn(articles: readonly Article[]): Names {
  const written = new Map<string, { capital: number; small: number }>();
  const full = new Map<string, Set<string>>();
  for (const { title, text } of articles) {
    for (const [name] of `${title ?? ''}. ${text}`.matchAll(FULL_NAME)) {
      for (const part of partsOf(name.split(' '))) {
        const letters = initialsOf(part);
        if (letters.length < 2 || letters.length > MOST_LETTERS) continue;
        const known = full.get(letters) ?? new Set();
        full.set(letters, known.add(sequenceOf(part.join(' '))));
      }
    }
    for (const [typed] of text.matchAll(WITHIN)) {
      const word = typed.toLowerCase().replace(/['’]s$|[.'’]+$/gu, '');
      const counts = written.get(word) ?? { capital: 0, small: 0 };
      if (/^\p{Lu}/u.test(typed)) counts.capital += 1;
      else counts.small += 1;
      written.set(word, counts);
    }
  }
  return {
    isName(word) {
      const { capital, small } = written.get(word) ?? { capital: 0, small: 0 };
      return capital > 0 && small === 0;
    },
    inFull: (letters) => [...(full.get(letters) ?? [])],
  };
}

/** Every run of words within a name that begins with a capital, and ends with one or with the name. */
function partsOf(words: readonly string[]): string[][] {
  const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '');
  const parts: string[][] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let to = from + 2; to <= words.length; to += 1)
      if (isCapital(words[from]) && (isCapital(words[to - 1]) || to === words.length))
        parts.push(words.slice(from, to));
  return parts;
}

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word, at) => /^\p{Lu}/u.test(word) || at === words.length - 1)
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
}
