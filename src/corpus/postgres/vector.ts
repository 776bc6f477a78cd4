import type { Article } from '../../news/article.ts';
import { plainText, wordsOf } from '../words.ts';

/** An article's words as Postgres searches them. */
export interface Vector {
  /** Text of a `tsvector`: each word with its places. A title stands there twice, since its words count twice. */
  readonly text: string;
  /** Each word once. */
  readonly words: readonly string[];
  /** How many words in all, those of the title counted twice. */
  readonly length: number;
  /** Whether every place of every word is in it. */
  readonly isWhole: boolean;
}

/** What Postgres takes: places up to this one, so many of a word, and so many bytes in all. */
const LAST_PLACE = 16_383;
const MOST_PLACES = 256;
const MOST_BYTES = 1_000_000;
/** Longer words, which are no words, are cut to this. */
const LONGEST_WORD = 500;

/** A word as it is kept and looked for. */
export function lexemeOf(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('');
}

/** Lays out the words of an article. */
export function vectorOf({ title, text }: Pick<Article, 'title' | 'text'>): Vector {
  const placesOf = new Map<string, number[]>();
  let place = 0;
  let length = 0;
  let isWhole = true;
  const put = (part: string) => {
    for (const word of wordsOf(plainText(part)).map(lexemeOf)) {
      place += 1;
      length += 1;
      const places = placesOf.get(word) ?? [];
      placesOf.set(word, places);
      if (place <= LAST_PLACE && places.length < MOST_PLACES) places.push(place);
      else isWhole = false;
    }
    // A gap, so that no phrase runs from one part into the next.
    place += 1;
  };
  for (const part of [title ?? '', title ?? '', text]) put(part);
  // A word that stands only beyond the last place is there all the same.
  for (const places of placesOf.values()) if (places.length === 0) places.push(LAST_PLACE);

  let kept = placesOf;
  for (let most = MOST_PLACES / 4; bytesOf(kept) > MOST_BYTES && most >= 1; most /= 4) {
    kept = new Map([...placesOf].map(([word, places]) => [word, places.slice(0, most)]));
    isWhole = false;
  }
  const words: string[] = [];
  let bytes = 0;
  for (const [word, places] of kept) {
    bytes += bytesOfWord(word, places);
    if (bytes > MOST_BYTES) break;
    words.push(word);
  }
  const lexemes = words.map((word) => `'${word}':${kept.get(word)?.join(',')}`);
  return { text: lexemes.join(' '), words, length, isWhole };
}

function bytesOf(placesOf: ReadonlyMap<string, readonly number[]>): number {
  let bytes = 0;
  for (const [word, places] of placesOf) bytes += bytesOfWord(word, places);
  return bytes;
}

function bytesOfWord(word: string, places: readonly number[]): number {
  return Buffer.byteLength(word) + 2 * places.length + 8;
}
