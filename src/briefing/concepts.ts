import type { Candidate } from './candidate.ts';
import type { Considered } from './subject.ts';
import { EMPTY_STEMS } from './words.ts';

/** What passages tell, as concepts: stems, and pairs of neighbouring ones. */
export interface Concepts {
  /** How much each concept weighs, by its number: how many articles tell of it and how early, squared. */
  readonly weights: Float64Array;
  /** What a passage tells, in order of its words. */
  toldBy(passage: Candidate): Telling;
}

/** The concepts of a passage by their numbers, and after how many of its words each has been told. */
export interface Telling {
  readonly concepts: Int32Array;
  readonly after: Int32Array;
}

/** A pair of words is told more rarely by chance than a word is. */
const SINGLE_WORD = 0.5;
/** What no second article tells of is seldom what they are about. */
const TOLD_ONCE = 0.2;
/** The place at which a concept counts half: news tells first what matters. */
const HALF = 6;

/** Weighs what the articles tell: Gillick and Favre's concepts, each article counting by how early it tells of one. */
export function conceptsOf(considered: readonly Considered[]): Concepts {
  const numbers = new Map<string, number>();
  const tellings = new Map<Candidate, Telling>();
  const told: { early: number; articles: number; isPair: boolean }[] = [];
  for (const { all } of considered) {
    const earliest = new Map<number, number>();
    for (const { candidate } of all) {
      if (candidate.isStatement) continue;
      const concepts: number[] = [];
      const after: number[] = [];
      for (const { concept, isPair, end } of conceptsIn(candidate)) {
        let number = numbers.get(concept);
        if (number === undefined) {
          number = told.push({ early: 0, articles: 0, isPair }) - 1;
          numbers.set(concept, number);
        }
        concepts.push(number);
        after.push(end);
        // Candidates come in order of place, so the first is the earliest.
        if (!earliest.has(number)) earliest.set(number, 1 / (1 + candidate.place / HALF));
      }
      tellings.set(candidate, {
        concepts: Int32Array.from(concepts),
        after: Int32Array.from(after),
      });
    }
    for (const [number, early] of earliest) {
      const one = told[number];
      if (one === undefined) continue;
      one.early += early;
      one.articles += 1;
    }
  }
  const isOften = (articles: number) => articles > 1 || considered.length < 3;
  return {
    weights: Float64Array.from(
      told,
      ({ early, articles, isPair }) =>
        early ** 2 * (isPair ? 1 : SINGLE_WORD) * (isOften(articles) ? 1 : TOLD_ONCE),
    ),
    toldBy: (passage) => tellings.get(passage) ?? NOTHING,
  };
}

const NOTHING: Telling = { concepts: new Int32Array(), after: new Int32Array() };

/** "GENEVA, Switzerland (AP) _": where a report was filed is not what it tells. */
const DATELINE =
  /^\p{Lu}{2}[\p{Lu} .'’-]{0,30}(?:, [\p{L}\p{N}. ]{2,25}){0,2}(?: ?\([^()]{2,30}\))? ?(?:[-–—_]|--) /u;

/** Words that say something, and neighbours of which one does. */
function* conceptsIn({ sequence, text }: Candidate) {
  const dateline = DATELINE.exec(text)?.[0].match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const stems = sequence.trim().split(' ');
  let isAfterEmpty = true;
  for (let at = dateline; at < stems.length; at += 1) {
    const stem = stems[at] ?? '';
    const isEmpty = EMPTY_STEMS.has(stem);
    if (!isEmpty) yield { concept: stem, isPair: false, end: at + 1 };
    if (at > dateline && !(isEmpty && isAfterEmpty))
      yield { concept: `${stems[at - 1]} ${stem}`, isPair: true, end: at + 1 };
    isAfterEmpty = isEmpty;
  }
}
