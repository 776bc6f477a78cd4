import { type Lengths, weight } from './likeness.ts';
import type { Profile } from './profile.ts';
import type { Rarity } from './rarity.ts';

/** An article that is remembered. */
export interface Remembered {
  readonly id: string;
  readonly profile: Profile;
  readonly lengths: Lengths;
}

/** Finds the remembered articles that share telling words with one, near it in time. */
export interface Neighbours {
  add(article: Remembered): void;
  remove(article: Remembered): void;
  /** Those whose openings are most alike, most first. */
  near(article: Remembered, most: number): readonly Remembered[];
}

/** Articles further apart are not compared. */
export const WINDOW_DAYS = 45;
/** Words held by more of the articles of a period lead to nobody: they are shared by chance. */
const MOST_HOLDING = 400;
const LEAST_ALIKE = 0.02;
const UNDATED = 'undated';

type Period = number | typeof UNDATED;
/** The articles of one period that have a word in title or opening, with its part in their opening. */
type Postings = Map<number, Posting[]>;
interface Posting {
  readonly article: Remembered;
  readonly count: number;
}

/**
 * An inverted index of openings by period, so that looking for neighbours costs time by how many there are
 * likely to be and not by how many articles are kept.
 */
export function neighbours(rarity: Rarity): Neighbours {
  const periods = new Map<Period, Postings>();

  const eachWord = (
    { words, opening }: Profile,
    visit: (word: number, count: number) => void,
  ): void => {
    for (let at = 0; at < words.length; at += 1) {
      if (opening[at] !== 0) visit(words[at] ?? 0, weight(opening, at));
    }
  };

  return {
    add(article) {
      const period = periodOf(article.profile.day);
      const postings = periods.get(period) ?? new Map();
      periods.set(period, postings);
      eachWord(article.profile, (word, count) => {
        const holding = postings.get(word) ?? [];
        holding.push({ article, count });
        postings.set(word, holding);
      });
    },
    remove(article) {
      const period = periodOf(article.profile.day);
      const postings = periods.get(period);
      eachWord(article.profile, (word) => {
        const holding = postings?.get(word) ?? [];
        const at = holding.findIndex((posting) => posting.article === article);
        if (at >= 0) holding.splice(at, 1);
        if (holding.length === 0) postings?.delete(word);
      });
      if (postings?.size === 0) periods.delete(period);
    },
    near(article, most) {
      const { profile, lengths } = article;
      const shared = new Map<Remembered, number>();
      for (const period of reachedFrom(profile.day, periods)) {
        const postings = periods.get(period);
        eachWord(profile, (word, count) => {
          const holding = postings?.get(word);
          if (holding === undefined || holding.length > MOST_HOLDING) return;
          const part = count * rarity.of(word) ** 2;
          for (const other of holding) {
            shared.set(other.article, (shared.get(other.article) ?? 0) + part * other.count);
          }
        });
      }
      const alike: { readonly other: Remembered; readonly cosine: number }[] = [];
      for (const [other, sum] of shared) {
        const cosine = sum / (lengths.opening * other.lengths.opening);
        if (cosine >= LEAST_ALIKE) alike.push({ other, cosine });
      }
      return alike
        .sort((one, other) => other.cosine - one.cosine)
        .slice(0, most)
        .map(({ other }) => other);
    },
  };
}

function periodOf(day: number | undefined): Period {
  return day === undefined ? UNDATED : Math.floor(day / WINDOW_DAYS);
}

/** The periods in reach: an undated article may be of any. */
function reachedFrom(
  day: number | undefined,
  periods: ReadonlyMap<Period, Postings>,
): Iterable<Period> {
  if (day === undefined) return periods.keys();
  const period = Math.floor(day / WINDOW_DAYS);
  return [period - 1, period, period + 1, UNDATED];
}
