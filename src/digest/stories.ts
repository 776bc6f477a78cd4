import { stem } from '../briefing/stem.ts';
import { isEmptyWord, wordsOf } from '../briefing/words.ts';
import type { Article } from '../news/article.ts';

/** What happened stands in the title and at the head of the text; further down stands what every report of a subject repeats. */
const HEAD = 1_200;
const OPENING = 600;
const TITLE_WEIGHT = 3;
const OPENING_WEIGHT = 2;
/** Names are what two reports of one happening share and others do not. */
const NAME_WEIGHT = 1.6;
/** Articles that a word is taken to be absent from beside those at hand, so that a small batch weighs words as a large one does. */
const ARTICLES_BESIDE = 60;
const MOST_WORDS = 200;
/** Days over which likeness falls to 1/e: the same words three weeks on tell of something else. */
const DAYS = 20;
const UNDATED_DAYS = 7;
const ALIKE = 0.13;
const DAY_MS = 86_400_000;

/**
 * Puts the articles about one happening together; groups, and articles in a group, in the order given.
 *
 * Term vectors weighted by tf·idf and compared by cosine (Salton and Buckley 1988), the likeness falling off with the
 * days between two articles as in topic detection (Yang, Pierce and Carbonell 1998), joined by group average
 * (UPGMA, Sokal and Michener 1958) down to a fixed threshold. Time grows with the square of the number of articles.
 */
export function groupStories(articles: readonly Article[]): readonly (readonly Article[])[] {
  return joined(likenesses(articles)).map((group) =>
    group.flatMap((index) => articles[index] ?? []),
  );
}

/** How often each stem comes in title and head, by weight of place and name. */
function termsOf(article: Article): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const { word, start } of wordsOf(text)) {
      if (isEmptyWord(word) || word.length < 2 || /^\p{N}/u.test(word)) continue;
      const name = /^\p{Lu}/u.test(text.slice(start, start + 2)) ? NAME_WEIGHT : 1;
      const key = stem(word);
      terms.set(key, (terms.get(key) ?? 0) + weight * name);
    }
  };
  count(article.title ?? '', TITLE_WEIGHT);
  count(article.text.slice(0, OPENING), OPENING_WEIGHT);
  count(article.text.slice(OPENING, HEAD), 1);
  return terms;
}

/** Cosine likeness of every two articles, less for the days between them. */
function likenesses(articles: readonly Article[]): Float64Array[] {
  const terms = articles.map(termsOf);
  const holding = new Map<string, number>();
  for (const counted of terms) {
    for (const term of counted.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  const all = articles.length + ARTICLES_BESIDE;
  const like = articles.map(() => new Float64Array(articles.length));
  const heldBy = new Map<string, { readonly index: number; readonly weight: number }[]>();
  for (const [index, counted] of terms.entries()) {
    const weighted = [...counted]
      .map(([term, count]) => {
        const rarity = Math.log(all / (holding.get(term) ?? 1));
        return { term, weight: (1 + Math.log(count)) * rarity };
      })
      .sort((one, other) => other.weight - one.weight)
      .slice(0, MOST_WORDS);
    const length = Math.hypot(...weighted.map(({ weight }) => weight)) || 1;
    for (const { term, weight } of weighted) {
      const others = heldBy.get(term) ?? [];
      const own = weight / length;
      for (const other of others) add(like[other.index], index, own * other.weight);
      others.push({ index, weight: own });
      heldBy.set(term, others);
    }
  }
  const days = articles.map(dayOf);
  for (const [one, row] of like.entries()) {
    for (let other = one + 1; other < row.length; other++) {
      const likeness = (row[other] ?? 0) * Math.exp(-daysApart(days[one], days[other]) / DAYS);
      row[other] = likeness;
      const mirrored = like[other];
      if (mirrored !== undefined) mirrored[one] = likeness;
    }
  }
  return like;
}

function add(row: Float64Array | undefined, at: number, amount: number): void {
  if (row !== undefined) row[at] = (row[at] ?? 0) + amount;
}

/** Groups of indices: the two groups alike most, on average over their pairs, are joined until none are alike enough. */
function joined(like: Float64Array[]): readonly (readonly number[])[] {
  const groups = new Map(like.map((_, index) => [index, [index]]));
  for (;;) {
    let most = ALIKE;
    let pair: readonly [number, number] | undefined;
    const heads = [...groups.keys()];
    for (const [place, one] of heads.entries()) {
      const row = like[one];
      for (const other of heads.slice(place + 1)) {
        const likeness = row?.[other] ?? 0;
        if (likeness <= most) continue;
        most = likeness;
        pair = [one, other];
      }
    }
    if (pair === undefined) break;
    join(like, groups, ...pair);
  }
  return [...groups.values()].map((group) => group.sort((one, other) => one - other));
}

function join(
  like: Float64Array[],
  groups: Map<number, number[]>,
  one: number,
  other: number,
): void {
  const first = groups.get(one) ?? [];
  const second = groups.get(other) ?? [];
  groups.delete(other);
  for (const third of groups.keys()) {
    const ofFirst = like[one]?.[third] ?? 0;
    const ofSecond = like[other]?.[third] ?? 0;
    const mean =
      (ofFirst * first.length + ofSecond * second.length) / (first.length + second.length);
    for (const [row, at] of [
      [like[one], third],
      [like[third], one],
    ] as const) {
      if (row !== undefined) row[at] = mean;
    }
  }
  groups.set(one, [...first, ...second]);
}

function dayOf(article: Article): number | undefined {
  const at = Date.parse(article.publishedAt ?? '');
  return Number.isNaN(at) ? undefined : at / DAY_MS;
}

/** Whole days say nothing finer than a day: articles up to one apart count as at the same time. */
function daysApart(one: number | undefined, other: number | undefined): number {
  if (one === undefined || other === undefined) return UNDATED_DAYS;
  return Math.max(0, Math.abs(one - other) - 1);
}
