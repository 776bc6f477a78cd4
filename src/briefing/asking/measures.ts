import type { Article } from '../../news/article.ts';
import type { Candidate } from '../candidate.ts';
import type { Clue } from './clues.ts';
import { indexed, type Naming, namingOf } from './passages.ts';

/** What a candidate holds of a question, from 0 to 1; a share is by the weights of the clues. */
export interface Measures {
  /** Shares that its own passages name in the question's words: of names, of words, of dates and the like; and in others. */
  readonly names: number;
  readonly words: number;
  readonly others: number;
  readonly alike: number;
  /** Shares named farther off, each by the nearest: the passage above, the one above that, and the title. */
  readonly above: number;
  readonly higher: number;
  readonly title: number;
  /** Share that nothing in its article names. */
  readonly nowhere: number;
  /** How much of the names it, the two passages above and the title name; 1 where the question has none. */
  readonly namesNear: number;
  /** How much of the words its own passages name, in any words; 1 where the question has none. */
  readonly wordsHeld: number;
  /** How well its own passages name the verb that says what was done; 1 where the question has none. */
  readonly deed: number;
  /** The same with the two passages above and the title. */
  readonly deedNear: number;
  /** Share of the question that is names. */
  readonly ofNames: number;
  /** How well it, the two passages above and the title name the least named of dates, orders and numbers. */
  readonly leastOther: number;
  /** The same of the orders alone: "the third flood" is not the second. */
  readonly leastOrder: number;
}

/**
 * Measures candidates of these articles against clues. A clue weighs ln(1 + passages / (1 + those that name it)), one
 * that none names four fifths of the rarest, a date three fifths.
 */
export function measuresFor(
  clues: readonly Clue[],
  articles: readonly Article[],
): (candidate: Candidate) => Measures {
  const known = new Map<string, string>();
  const namings = new Map<string, readonly Naming[]>();
  for (const article of articles) {
    const read = indexed(article, known);
    namings.set(
      article.id,
      clues.map((clue) => namingOf(clue, read)),
    );
  }
  const all = [...namings.values()];
  const passages = articles.reduce((sum, { reading }) => sum + reading.passages.length, 0);
  const weights = clues.map((clue, at) => {
    const count = (named: (naming: Naming) => readonly number[], least: number) =>
      all.reduce((sum, each) => sum + countOf(each[at], named, least), 0);
    const exact = count((naming) => naming.exact, 1);
    const inAnyWords = count((naming) => naming.inAnyWords, 0.5);
    return weightOf(clue, exact, inAnyWords, passages);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const weighed = clues.map((clue, at) => ({ clue, weight: (weights[at] ?? 0) / total }));
  return (candidate) => {
    const own = namings.get(candidate.article.id);
    if (own === undefined)
      throw new Error(`${candidate.article.id} is none of the articles measured`);
    return measure(candidate, weighed, own);
  };
}

function countOf(
  naming: Naming | undefined,
  named: (naming: Naming) => readonly number[],
  least: number,
): number {
  return naming === undefined ? 0 : named(naming).filter((each) => each >= least).length;
}

function weightOf({ kind }: Clue, exact: number, inAnyWords: number, passages: number): number {
  const rarity = (naming: number) => Math.log(1 + passages / (1 + naming));
  if (kind === 'date') return 0.6 * rarity(0);
  if (exact > 0) return rarity(exact);
  return inAnyWords > 0 ? rarity(Math.max(inAnyWords, 5)) : 0.8 * rarity(0);
}

interface Weighed {
  readonly clue: Clue;
  /** Its share of the question. */
  readonly weight: number;
}

function measure(
  { place, last }: Candidate,
  clues: readonly Weighed[],
  namings: readonly Naming[],
): Measures {
  const sum = { names: 0, words: 0, others: 0, alike: 0, nowhere: 0 };
  const farther = { above: 0, higher: 0, title: 0 };
  const least = { leastOther: 1, leastOrder: 1 };
  let [deed, deedNear] = [1, 1];
  const [names, words] = [
    { all: 0, named: 0 },
    { all: 0, named: 0 },
  ];
  for (const [at, { clue, weight }] of clues.entries()) {
    const naming = namings[at];
    if (naming === undefined) continue;
    const { exact, inAnyWords, title, article } = naming;
    const own = Math.max(0, ...exact.slice(place, last + 1));
    const here = Math.max(0, ...inAnyWords.slice(place, last + 1));
    sum[SUMMED[clue.kind]] += weight * own;
    sum.alike += weight * (here - own);
    let named = here;
    const [higher = 0, above = 0] = [inAnyWords[place - 2], inAnyWords[place - 1]];
    const tiers = { above, higher, title };
    for (const tier of ['above', 'higher', 'title'] as const) {
      farther[tier] += weight * Math.max(0, tiers[tier] - named);
      named = Math.max(named, tiers[tier]);
    }
    sum.nowhere += weight * (1 - Math.max(named, article));
    if (clue.kind === 'name') add(names, weight, named);
    else if (clue.kind === 'word') add(words, weight, here);
    else least.leastOther = Math.min(least.leastOther, named);
    if (clue.isDeed) [deed, deedNear] = [here, named];
    if (clue.kind === 'order') least.leastOrder = Math.min(least.leastOrder, named);
  }
  return {
    ...sum,
    ...farther,
    ...least,
    deed,
    deedNear,
    namesNear: names.all === 0 ? 1 : names.named / names.all,
    wordsHeld: words.all === 0 ? 1 : words.named / words.all,
    ofNames: names.all,
  };
}

function add(sum: { all: number; named: number }, weight: number, named: number): void {
  sum.all += weight;
  sum.named += weight * named;
}

const SUMMED = {
  name: 'names',
  word: 'words',
  date: 'others',
  number: 'others',
  order: 'others',
} as const;
