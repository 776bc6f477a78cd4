import type { Span } from '../../news/span.ts';
import { abbreviatedTitles } from './words.ts';

/** A word, number or mark of a text; `lower` is the word in lower case with straight apostrophes and no final full stop. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** True where the word begins with a capital letter. */
  readonly capital: boolean;
}

const pattern =
  /(?:\p{Lu}\.(?:-?\p{Lu}\.)+|(?:\p{Lu}|[a-z])\.(?=\p{L}\.)(?:\p{L}\.)+|\p{L}[\p{L}\p{M}\p{N}]{0,60}(?:[-‑&/.@][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}){0,8}(?:['’](?!s\b)\p{L}{1,12})?)|['’]s\b|[$€£]?\p{N}[\p{N}.,:/]{0,30}(?<![.,:/])(?:%|(?:st|nd|rd|th)\b|-?\p{L}{1,20}(?:-\p{L}{1,20}){0,3})?|--+|\.{2,}|\S/gu;

/** The words, numbers and marks of `text` between two offsets, in order; a possessive "'s" is a token of its own. */
export function tokenise(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = from;
  for (let hit = pattern.exec(text); hit && hit.index < to; hit = pattern.exec(text)) {
    let word = hit[0];
    const first = word.codePointAt(0) ?? 0;
    const isNumber = /^[$€£]?\p{N}/u.test(word);
    const isWord = !isNumber && (/^['’]s$/.test(word) || /^\p{L}/u.test(word));
    if (isWord && text[pattern.lastIndex] === '.' && takesFullStop(word)) {
      word += '.';
      pattern.lastIndex += 1;
    }
    tokens.push({
      start: hit.index,
      end: hit.index + word.length,
      text: word,
      lower: isWord ? word.toLowerCase().replaceAll('’', "'").replace(/\.$/, '') : word,
      kind: isNumber ? 'number' : isWord ? 'word' : 'mark',
      capital: isWord && /\p{Lu}/u.test(String.fromCodePoint(first)),
    });
  }
  pattern.lastIndex = 0;
  return tokens;
}

function takesFullStop(word: string): boolean {
  return /^\p{Lu}$/u.test(word) || abbreviatedTitles.has(word.toLowerCase());
}
