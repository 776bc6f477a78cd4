import type { Article } from '../../news/article.ts';
import type { Candidate } from '../candidate.ts';
import { stem } from '../stem.ts';
import { wordsOf } from '../words.ts';
import type { Clue } from './clues.ts';

/** How much of a question a candidate speaks to: shares from 0 to 1 by the weights of the clues. */
export interface Relevance {
  /** What it, the two passages above it, the title or the article names; the farther the less. */
  readonly all: number;
  /** What its own passages name. */
  readonly own: number;
  /** Of the words that are no names: what its own passages name, or most of it the passages just above. */
  readonly words: number;
  /** Of the words that are no names: what its own passages name. */
  readonly ownWords: number;
  /** Of the first of the words that are no names, mostly what was done: how well its own passages name it. */
  readonly deed: number;
  /** Of the least named of the names, and of the orders: 1 in its own passages, less farther off. */
  readonly names: number;
  readonly ownNames: number;
  readonly orders: number;
}

/** What naming a clue is worth, by where and how it is named. */
const ALIKE = 0.85;
const ABOVE = 0.6;
const HIGHER = 0.48;
const IN_TITLE = 0.6;
const SAME_DAY = 0.8;
const ELSEWHERE = 0.35;
const NAME_ELSEWHERE = 0.45;
/** How far naming above counts among the words. */
const WORDS_ABOVE = 0.8;

interface Passage {
  readonly stems: ReadonlySet<string>;
  /** Stems of its words with a capital or a digit, each with its word; and of those without, its first word among them. */
  readonly names: ReadonlyMap<string, string>;
  readonly small: ReadonlySet<string>;
  readonly sequence: string;
}

interface Indexed {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly title: Passage;
}

/** Measures candidates of these articles against clues; a clue weighs by how few of their passages name it. */
export function relevanceTo(
  clues: readonly Clue[],
  articles: readonly Article[],
): (candidate: Candidate) => Relevance {
  const known = new Map<string, string>();
  const indexed = new Map(articles.map((article) => [article.id, indexOf(article, known)]));
  const weights = clues.map((clue) => weightOf(clue, [...indexed.values()]));
  const levels = new Map<string, readonly Levels[]>();
  return (candidate) => {
    const { id } = candidate.article;
    const own = indexed.get(id);
    if (own === undefined) throw new Error(`${id} is none of the articles measured`);
    const found = levels.get(id) ?? clues.map((clue) => levelsOf(clue, own));
    levels.set(id, found);
    return measure(candidate, clues, weights, found);
  };
}

/** Where in an article a clue is named, and how well. */
interface Levels {
  readonly passages: readonly number[];
  /** Worth of being named in the title, by the day of publication, or anywhere. */
  readonly article: number;
  readonly title: number;
}

function measure(
  { place, last }: Candidate,
  clues: readonly Clue[],
  weights: readonly number[],
  levels: readonly Levels[],
): Relevance {
  const sum = { weight: 0, all: 0, own: 0, wordWeight: 0, words: 0, ownWords: 0 };
  const least = { names: 1, ownNames: 1, orders: 1 };
  let deed: number | undefined;
  for (const [at, { kind, stem: one }] of clues.entries()) {
    const weight = weights[at] ?? 0;
    const { passages, article, title } = levels[at] ?? { passages: [], article: 0, title: 0 };
    const here = Math.max(0, ...passages.slice(place, last + 1));
    const above = Math.max(ABOVE * (passages[place - 1] ?? 0), HIGHER * (passages[place - 2] ?? 0));
    const best = Math.max(here, above, title, article);
    sum.weight += weight;
    sum.all += weight * best;
    sum.own += weight * here;
    if (kind === 'word') {
      // "When did OPM first learn": what was done comes after.
      if (one !== 'first') deed ??= here;
      sum.wordWeight += weight;
      sum.words += weight * Math.max(here, WORDS_ABOVE * Math.max(above, title));
      sum.ownWords += weight * here;
    }
    if (kind === 'name') {
      least.names = Math.min(least.names, best);
      least.ownNames = Math.min(least.ownNames, here);
    }
    if (kind === 'order') least.orders = Math.min(least.orders, best);
  }
  const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
  return {
    all: share(sum.all, sum.weight),
    own: share(sum.own, sum.weight),
    words: share(sum.words, sum.wordWeight),
    ownWords: share(sum.ownWords, sum.wordWeight),
    deed: deed ?? 1,
    ...least,
  };
}

function levelsOf(clue: Clue, { article, passages, title }: Indexed): Levels {
  const named = passages.map((passage) => naming(clue, passage));
  if (clue.days !== undefined) {
    for (const date of article.reading.dates)
      if (date.value.split('/').some((value) => clue.days?.test(value)))
        for (const [at, { start, end }] of article.reading.passages.entries())
          if (date.start >= start && date.end <= end) named[at] = 1;
    const onDay = clue.days.test(article.publishedAt ?? '') ? SAME_DAY : 0;
    return { passages: named, article: onDay, title: 0 };
  }
  const anywhere = clue.kind === 'name' ? NAME_ELSEWHERE : ELSEWHERE;
  return {
    passages: named,
    article: named.includes(1) ? anywhere : 0,
    title: IN_TITLE * naming(clue, title),
  };
}

/** How well a passage names a clue: 1 as asked or in full, less by another word. */
function naming(clue: Clue, { stems, names, small, sequence }: Passage): number {
  if (clue.kind === 'word') return namingWord(clue, names, small);
  const within = clue.kind === 'name' ? names : stems;
  if (within.has(clue.stem)) return 1;
  if (clue.sequences.some((full) => sequence.includes(full))) return 1;
  return clue.others.some((other) => names.has(other)) ? 1 : 0;
}

/** A "State Department" is no departure, though both have one stem; a "Strategic Dialogue" is a dialogue. */
function namingWord(
  { stem: one, typed, others }: Clue,
  names: Passage['names'],
  small: Passage['small'],
): number {
  if (small.has(one)) return 1;
  const name = names.get(one);
  if (name !== undefined && Math.abs(name.length - typed.length) <= 2) return 1;
  return others.some((other) => small.has(other)) ? ALIKE : 0;
}

/**
 * A clue's weight: ln(1 + passages / (1 + those that name it)), names a good third more; a word that none has, by those
 * that name it otherwise, else as much as seven tenths of the rarest. Dates and numbers weigh evenly.
 */
function weightOf(clue: Clue, indexed: readonly Indexed[]): number {
  const all = indexed.flatMap(({ passages }) => passages);
  const rarity = (holding: number) => Math.log(1 + all.length / (1 + holding));
  const named = all.filter((passage) => naming(clue, passage) === 1).length;
  switch (clue.kind) {
    case 'date':
      return 0.6 * rarity(0);
    case 'number':
      return 0.8 * rarity(Math.max(named, 5));
    case 'order':
      return rarity(named);
    case 'name':
      return 1.4 * rarity(named);
    case 'word': {
      if (named > 0) return rarity(named);
      const otherwise = all.filter((passage) => naming(clue, passage) > 0).length;
      return otherwise > 0 ? rarity(Math.max(otherwise, 10)) : 0.7 * rarity(0);
    }
  }
}

function indexOf(article: Article, known: Map<string, string>): Indexed {
  const { title, text, reading } = article;
  const passage = (words: string): Passage => {
    const stems = new Set<string>();
    const names = new Map<string, string>();
    const small = new Set<string>();
    let sequence = ' ';
    for (const { word, start } of wordsOf(words)) {
      const one = known.get(word) ?? stem(word);
      known.set(word, one);
      stems.add(one);
      sequence += `${one} `;
      const isName = /[\p{Lu}\p{N}]/u.test(words.charAt(start));
      if (isName) names.set(one, word);
      if (!isName || small.size + names.size === 1) small.add(one);
    }
    return { stems, names, small, sequence };
  };
  return {
    article,
    passages: reading.passages.map(({ start, end }) => passage(text.slice(start, end))),
    title: passage(title ?? ''),
  };
}
