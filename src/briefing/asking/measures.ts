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
  /** Shares named farther off, each by the nearest: the passage above, the one above that, the title; and just below. */
  readonly above: number;
  readonly higher: number;
  readonly title: number;
  readonly below: number;
  /** Share that nothing in its article names, and that no article does. */
  readonly nowhere: number;
  readonly unknown: number;
  /** The largest share of one clue that it, the two passages above and the title leave unnamed. */
  readonly missing: number;
  /** How far the least named name is unnamed there. */
  readonly missingName: number;
  /** How well its own passages name the least named of the names. */
  readonly leastName: number;
  /** How well it, the two passages above and the title name the least named of dates, orders and numbers. */
  readonly leastOther: number;
  /** The same of the orders alone: "the third flood" is not the second. */
  readonly leastOrder: number;
  /** How well its own passages name the first word that is no name, mostly what was done. */
  readonly deed: number;
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
  const weighed = clues.map((clue, at) => {
    const count = (named: (naming: Naming) => readonly number[], least: number) =>
      all.reduce((sum, each) => sum + countOf(each[at], named, least), 0);
    const exact = count((naming) => naming.exact, 1);
    const inAnyWords = count((naming) => naming.inAnyWords, 0.5);
    const weight = weightOf(clue, exact, inAnyWords, passages);
    return { clue, isUnknown: inAnyWords === 0, weight };
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shared = weighed.map((each) => ({ ...each, weight: each.weight / total }));
  return (candidate) => {
    const own = namings.get(candidate.article.id);
    if (own === undefined)
      throw new Error(`${candidate.article.id} is none of the articles measured`);
    return measure(candidate, shared, own);
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
  readonly isUnknown: boolean;
  /** Its share of the question. */
  readonly weight: number;
}

function measure(
  { place, last }: Candidate,
  clues: readonly Weighed[],
  namings: readonly Naming[],
): Measures {
  const sum = { names: 0, words: 0, others: 0, alike: 0, below: 0, nowhere: 0, unknown: 0 };
  const farther = { above: 0, higher: 0, title: 0 };
  const worst = { missing: 0, missingName: 0, leastName: 1, leastOther: 1, leastOrder: 1 };
  let deed: number | undefined;
  for (const [at, { clue, isUnknown, weight }] of clues.entries()) {
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
    sum.below += weight * Math.max(0, (inAnyWords[last + 1] ?? 0) - here);
    sum.nowhere += weight * (1 - Math.max(named, article));
    if (isUnknown && clue.kind !== 'date') sum.unknown += weight;
    worst.missing = Math.max(worst.missing, weight * (1 - named));
    if (clue.kind === 'order') worst.leastOrder = Math.min(worst.leastOrder, named);
    if (clue.kind === 'name') {
      worst.missingName = Math.max(worst.missingName, 1 - named);
      worst.leastName = Math.min(worst.leastName, here);
    } else if (clue.kind !== 'word') worst.leastOther = Math.min(worst.leastOther, named);
    // "When did OPM first learn": what was done comes after.
    else if (clue.typed !== 'first') deed ??= here;
  }
  return { ...sum, ...farther, ...worst, deed: deed ?? 1 };
}

const SUMMED = {
  name: 'names',
  word: 'words',
  date: 'others',
  number: 'others',
  order: 'others',
} as const;
