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

const fullStop = 46;
const pattern =
  /(?:\p{Lu}\.(?:-?\p{Lu}\.)+|(?:\p{Lu}|[a-z])\.(?=\p{L}\.)(?:\p{L}\.)+|\p{L}[\p{L}\p{M}\p{N}]{0,60}(?:[-‑&/.@][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}){0,8}(?:['’](?!s\b)\p{L}{1,12})?)|['’]s\b|[$€£]?\p{N}[\p{N}.,:/]{0,30}(?<![.,:/])(?:%|(?:st|nd|rd|th)\b|-?\p{L}{1,20}(?:-\p{L}{1,20}){0,3})?|--+|\.{2,}|\S/gu;

/** The words, numbers and marks of a text, in order; a possessive "'s" is a token of its own. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    let word = hit[0];
    const code = word.charCodeAt(0);
    const kind = kindOf(word, code);
    let lower = word;
    let capital = false;
    if (kind === 'word') {
      if (text.charCodeAt(pattern.lastIndex) === fullStop && takesFullStop(word)) {
        word += '.';
        pattern.lastIndex += 1;
      }
      lower = word.toLowerCase();
      if (lower.includes('’')) lower = lower.replaceAll('’', "'");
      if (lower.endsWith('.')) lower = lower.slice(0, -1);
      capital = code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
    }
    tokens.push({
      start: hit.index,
      end: hit.index + word.length,
      text: word,
      lower,
      kind,
      capital,
    });
  }
  return tokens;
}

function kindOf(word: string, code: number): Token['kind'] {
  if (code < 128) {
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'word';
    if (code >= 48 && code <= 57) return 'number';
  }
  if (word.length === 2 && (word === "'s" || word === '’s')) return 'word';
  if (/^\p{L}/u.test(word)) return 'word';
  return /^[$€£]?\p{N}/u.test(word) ? 'number' : 'mark';
}

function takesFullStop(word: string): boolean {
  return word.length === 1 ? /^\p{Lu}$/u.test(word) : abbreviatedTitles.has(word.toLowerCase());
}
