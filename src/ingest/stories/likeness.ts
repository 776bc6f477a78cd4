import type { Profile } from './profile.ts';
import type { Rarity } from './rarity.ts';

/** The lengths of an article's three vectors, as words were weighed at one age of what was seen. */
export interface Lengths {
  readonly age: number;
  readonly title: number;
  readonly opening: number;
  readonly plain: number;
}

/** (1 + ln n) for n occurrences: a word said twice counts for more, not for double (Salton and Buckley 1988). */
const FREQUENCY = Float64Array.from({ length: 256 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)));

// Fitted by logistic regression over pairs of articles, folds divided by event, and rounded.
const BY_TITLE = 7;
const BY_OPENING = 14;
const BY_PLAIN = 15;
const A_DAY = 0.19;
const UNLIKE = -4.9;
/** Whole days say nothing finer than a day: articles up to one apart count as at the same time. */
const SAME_TIME = 1;
const UNDATED_DAYS = 5;

export function lengthsOf(profile: Profile, rarity: Rarity): Lengths {
  const { words, title, opening, plain } = profile;
  const squares = [0, 0, 0] as [number, number, number];
  for (let at = 0; at < words.length; at += 1) {
    const rare = rarity.of(words[at] ?? 0);
    squares[0] += (weight(title[at]) * rare) ** 2;
    squares[1] += (weight(opening[at]) * rare) ** 2;
    squares[2] += (weight(plain[at]) * rare) ** 2;
  }
  const [ofTitle, ofOpening, ofPlain] = squares.map((square) => Math.sqrt(square) || 1);
  return {
    age: rarity.age(),
    title: ofTitle ?? 1,
    opening: ofOpening ?? 1,
    plain: ofPlain ?? 1,
  };
}

/** What a word weighs in a vector for standing there so often, before its rarity. */
export function weight(count: number | undefined): number {
  return FREQUENCY[count ?? 0] ?? 0;
}

/**
 * The log-odds that two articles tell of one happening: from how alike their titles, their openings and their
 * words without capitals are (cosines of tf·idf vectors), less for the days between them. Names have no vector of
 * their own: two happenings of one subject share them.
 */
export function likeness(
  one: { readonly profile: Profile; readonly lengths: Lengths },
  other: { readonly profile: Profile; readonly lengths: Lengths },
  rarity: Rarity,
): number {
  const [a, b] = [one.profile, other.profile];
  let title = 0;
  let opening = 0;
  let plain = 0;
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const word = a.words[i] ?? 0;
    const beside = b.words[j] ?? 0;
    if (word === beside) {
      const rare = rarity.of(word) ** 2;
      title += weight(a.title[i]) * weight(b.title[j]) * rare;
      opening += weight(a.opening[i]) * weight(b.opening[j]) * rare;
      plain += weight(a.plain[i]) * weight(b.plain[j]) * rare;
    }
    if (word <= beside) i += 1;
    if (beside <= word) j += 1;
  }
  opening /= one.lengths.opening * other.lengths.opening;
  plain /= one.lengths.plain * other.lengths.plain;
  // An article without a title is judged by its opening alone.
  title = a.hasTitle && b.hasTitle ? title / (one.lengths.title * other.lengths.title) : opening;
  return (
    UNLIKE + BY_TITLE * title + BY_OPENING * opening + BY_PLAIN * plain - A_DAY * daysApart(a, b)
  );
}

function daysApart({ day: one }: Profile, { day: other }: Profile): number {
  if (one === undefined || other === undefined) return UNDATED_DAYS;
  return Math.max(0, Math.abs(one - other) - SAME_TIME);
}
