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
const WINDOW_DAYS = 45;
/** Words held by more of the articles of a period lead to nobody: they are shared by chance. */
const MOST_HOLDING = 300;
/** The rarest words are followed first, until so many places were looked at. */
const MOST_LOOKED_AT = 5_000;
const LEAST_ALIKE = 0.04;
const SLOT = 256;
const UNDATED = 'undated';

type Period = number | typeof UNDATED;
/** For each word, the articles of one period that have it in title or opening: slot × 256 + how often. */
type Postings = Map<number, number[]>;

/**
 * An inverted index of openings by period, so that looking for neighbours costs time by how many there are
 * likely to be and not by how many articles are kept.
 */
export function neighbours(rarity: Rarity): Neighbours {
  const periods = new Map<Period, Postings>();
  const slots = new Map<Remembered, number>();
  const kept: (Remembered | undefined)[] = [];
  const free: number[] = [];
  let sums = new Float64Array(1024);

  return {
    add(article) {
      const slot = free.pop() ?? kept.length;
      kept[slot] = article;
      slots.set(article, slot);
      const period = periodOf(article.profile.day);
      const postings = periods.get(period) ?? new Map();
      periods.set(period, postings);
      const { words, opening } = article.profile;
      for (const [at, count] of opening.entries()) {
        if (count === 0) continue;
        const word = words[at] ?? 0;
        const holding = postings.get(word);
        if (holding === undefined) postings.set(word, [slot * SLOT + count]);
        else holding.push(slot * SLOT + count);
      }
    },
    remove(article) {
      const slot = slots.get(article);
      if (slot === undefined) return;
      slots.delete(article);
      kept[slot] = undefined;
      free.push(slot);
      const period = periodOf(article.profile.day);
      const postings = periods.get(period);
      const { words, opening } = article.profile;
      for (const [place, count] of opening.entries()) {
        const word = words[place] ?? 0;
        const holding = count === 0 ? undefined : postings?.get(word);
        if (holding === undefined) continue;
        const at = holding.indexOf(slot * SLOT + count);
        if (at >= 0) holding.splice(at, 1);
        if (holding.length === 0) postings?.delete(word);
      }
      if (postings?.size === 0) periods.delete(period);
    },
    near({ profile, lengths }, most) {
      if (sums.length < kept.length) sums = new Float64Array(kept.length * 2);
      const touched: number[] = [];
      const { words, opening } = profile;
      const rarestFirst = Array.from(words.keys())
        .filter((at) => opening[at] !== 0)
        .sort((one, other) => rarity.of(words[other] ?? 0) - rarity.of(words[one] ?? 0));
      let left = MOST_LOOKED_AT;
      const reached = reachedFrom(profile.day, periods);
      for (const at of rarestFirst) {
        const word = words[at] ?? 0;
        const part = weight(opening[at]) * rarity.of(word) ** 2;
        for (const postings of reached) {
          const holding = postings.get(word);
          if (holding === undefined || holding.length > Math.min(MOST_HOLDING, left)) continue;
          left -= holding.length;
          for (const posting of holding) {
            const slot = posting >>> 8;
            const sum = sums[slot] ?? 0;
            if (sum === 0) touched.push(slot);
            sums[slot] = sum + part * weight(posting & 0xff);
          }
        }
      }
      const alike: { readonly other: Remembered; readonly cosine: number }[] = [];
      for (const slot of touched) {
        const other = kept[slot];
        const cosine = (sums[slot] ?? 0) / (lengths.opening * (other?.lengths.opening ?? 1));
        sums[slot] = 0;
        if (other === undefined || cosine < LEAST_ALIKE) continue;
        // Where everything is alike, few of many are asked for: they are kept in order, not sorted in the end.
        let place = alike.length;
        while (place > 0 && (alike[place - 1]?.cosine ?? 0) < cosine) place -= 1;
        if (place === most) continue;
        alike.splice(place, 0, { other, cosine });
        if (alike.length > most) alike.pop();
      }
      return alike.map(({ other }) => other);
    },
  };
}

function periodOf(day: number | undefined): Period {
  return day === undefined ? UNDATED : Math.floor(day / WINDOW_DAYS);
}

/** What is in reach: an undated article may be of any period. */
function reachedFrom(
  day: number | undefined,
  periods: ReadonlyMap<Period, Postings>,
): readonly Postings[] {
  if (day === undefined) return [...periods.values()];
  const period = Math.floor(day / WINDOW_DAYS);
  return [period - 1, period, period + 1, UNDATED].flatMap(
    (one) => periods.get(one as Period) ?? [],
  );
}
