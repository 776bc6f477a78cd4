import type { ReadWords, Word } from './words.ts';

/** What an article is compared by. */
export interface Profile {
  /** The numbers of the words of title and head, ascending; the counts below stand at the same places. */
  readonly words: Int32Array;
  /** How often each stands in the title, … */
  readonly title: Uint8Array;
  /** … in title and opening, … */
  readonly opening: Uint8Array;
  /** … and in title and head without a capital letter: what was done, rather than who and where. */
  readonly plain: Uint8Array;
  readonly hasTitle: boolean;
  /** Days since 1970, with their fraction; undefined for an undated article. */
  readonly day: number | undefined;
}

/** What a profile is made from. */
export interface Told {
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601, or null. */
  readonly publishedAt: string | null;
}

/** What happened stands in the title and at the head of the text; further down stands what every report of a subject repeats. */
const OPENING = 600;
const HEAD = 1_200;
/** How far into a text words are counted to learn which are rare. */
const COUNTED = 3_000;
const DAY_MS = 86_400_000;
const MOST_COUNTED = 255;

/** An article's profile, and the different words of its text. */
export interface Profiled {
  readonly profile: Profile;
  readonly all: ReadonlySet<number>;
}

export function profileOf({ title, text, publishedAt }: Told, read: ReadWords): Profiled {
  const titleWords = read((title ?? '').slice(0, OPENING));
  const opening = read(text.slice(0, OPENING));
  const head = read(text.slice(OPENING, HEAD));
  const rest = read(text.slice(HEAD, COUNTED));
  const counts = new Map<number, [title: number, opening: number, plain: number]>();
  const count = (words: readonly Word[], inTitle: number, inOpening: number) => {
    for (const { number, capital } of words) {
      let counted = counts.get(number);
      if (counted === undefined) {
        counted = [0, 0, 0];
        counts.set(number, counted);
      }
      counted[0] += inTitle;
      counted[1] += inOpening;
      if (!capital) counted[2] += 1;
    }
  };
  count(titleWords, 1, 1);
  count(opening, 0, 1);
  count(head, 0, 0);
  const words = Int32Array.from(counts.keys()).sort();
  const at = (place: 0 | 1 | 2) =>
    Uint8Array.from(words, (word) => Math.min(counts.get(word)?.[place] ?? 0, MOST_COUNTED));
  const all = new Set(words);
  for (const { number } of rest) all.add(number);
  const profile = {
    words,
    title: at(0),
    opening: at(1),
    plain: at(2),
    hasTitle: titleWords.length > 0,
    day: dayOf(publishedAt),
  };
  return { profile, all };
}

function dayOf(publishedAt: string | null): number | undefined {
  const at = Date.parse(publishedAt ?? '');
  return Number.isNaN(at) ? undefined : at / DAY_MS;
}
