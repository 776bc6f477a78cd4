import { plainText, wordsOf } from './words.ts';

/** A phrase ready to be looked for. */
export interface Phrase {
  readonly plain: string;
  readonly words: readonly string[];
}

/** Reads a phrase as typed, without the punctuation around it; undefined where it holds no word. */
export function phraseOf(typed: string): Phrase | undefined {
  const plain = plainText(typed).replace(/^[\s"'(),.:;!?[\]-]+|[\s"'(),.:;!?[\]-]+$/g, '');
  const words = wordsOf(plain);
  return words.length === 0 ? undefined : { plain, words };
}

/** Whether it is found wherever its word is: there is nothing between words to be looked at. */
export function isOneWord({ plain, words }: Phrase): boolean {
  return words[0] === plain;
}

/** Whether one word runs on across `index`: letters, "&" between letters, "." or "," between digits. */
function runsOn(text: string, index: number): boolean {
  const left = text.slice(Math.max(0, index - 4), index);
  const right = text.slice(index, index + 4);
  return /[\p{L}\p{N}]$/u.test(left)
    ? /^&?[\p{L}\p{N}]/u.test(right) || (/\p{N}$/u.test(left) && /^[.,]\p{N}/u.test(right))
    : (/[\p{L}\p{N}]&$/u.test(left) && /^[\p{L}\p{N}]/u.test(right)) ||
        (/\p{N}[.,]$/u.test(left) && /^\p{N}/u.test(right));
}

/** Whether a plain text holds the phrase as whole words. */
export function holdsPhrase(plain: string, phrase: Phrase): boolean {
  let found = plain.indexOf(phrase.plain);
  while (found >= 0) {
    if (!runsOn(plain, found) && !runsOn(plain, found + phrase.plain.length)) return true;
    found = plain.indexOf(phrase.plain, found + 1);
  }
  return false;
}
