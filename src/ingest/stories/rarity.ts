import { ORDINARY_NUMBERS, WORD_NUMBERS } from './words.ts';

/** How much each word tells articles apart, learnt from the articles seen. */
export interface Rarity {
  /** Takes in the different words of one article. */
  count(words: Iterable<number>): void;
  /** Inverse document frequency (Spärck Jones 1972): 0 for a word that every article has. */
  of(word: number): number;
  /** Changes when so much was seen that lengths reckoned before are out of date. */
  age(): number;
}

/** Articles taken to have been seen before the first, so that a small collection weighs words much as a large one does. */
const SEEN_BEFORE = 200;
/** How many of those have a word that any news uses. */
const WITH_ORDINARY = 10;
/** Beyond this, what was seen long ago counts for half. */
const MOST_SEEN = 40_000;
const GROWTH = 1.1;

export function wordRarity(): Rarity {
  const holding = new Float32Array(WORD_NUMBERS);
  for (const word of ORDINARY_NUMBERS) holding[word] = WITH_ORDINARY;
  // What was reckoned holds for one age, so that lengths and products agree.
  const reckoned = new Float32Array(WORD_NUMBERS);
  const reckonedAt = new Int32Array(WORD_NUMBERS);
  let seen = SEEN_BEFORE;
  let age = 1;
  let ages = SEEN_BEFORE + 1;
  return {
    count(words) {
      for (const word of words) holding[word] = (holding[word] ?? 0) + 1;
      seen += 1;
      if (seen < ages) return;
      age += 1;
      ages = SEEN_BEFORE + (seen - SEEN_BEFORE + 1) * GROWTH;
      if (seen < MOST_SEEN) return;
      for (const [word, count] of holding.entries()) holding[word] = count / 2;
      seen /= 2;
      ages = seen * GROWTH;
    },
    of(word) {
      if (reckonedAt[word] !== age) {
        reckonedAt[word] = age;
        reckoned[word] = Math.max(0, Math.log(seen / Math.max(1, holding[word] ?? 1)));
      }
      return reckoned[word] ?? 0;
    },
    age: () => age,
  };
}
