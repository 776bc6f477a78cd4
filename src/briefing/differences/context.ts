import type { Article } from '../../news/article.ts';
import { monthName, weekdayName } from '../../reading/dates/words.ts';
import { alike } from '../alike.ts';
import type { Candidate } from '../candidate.ts';
import { sequenceOf, stemsIn } from '../words.ts';

const DAY_OR_MONTH = new RegExp(`\\b(?:${weekdayName}|${monthName})\\b`, 'gi');
const DAY =
  /^(?:mon|tuesdai|wednesdai|thursdai|fridai|saturdai|sundai|mondai|januari|februari|march|april|june|juli|august|septemb|octob|novemb|decemb)/;
const PLACED =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round|[Ii]nside)\s+(?:the\s+\p{L}+\s+of\s+)?(?:the\s+)?((?:\p{Lu}[\p{L}’'-]+\s?)+)/gu;
/** Words around what is told that are none of it: who tells it, how, and how it was counted. */
const TELLING = new Set(
  stemsIn(
    sequenceOf(
      `say said told tell tells report reported statement statements announce announced confirm confirmed according estimate estimated count
       counted put give gave figure figures number numbers total revise revised raise raised lower lowered correct corrected
       update updated official officials spokesman spokeswoman spokesperson reporters claim claims early earlier first now
       still later already also yet far people person release released show shows showed found`,
    ),
  ),
);

/** The stem of every word met so far. */
export type Known = Map<string, string>;

/** The stems that tell what a text is about: no day, no month, no word for telling or counting; `known` stems are reused. */
export function tellingStems(text: string, known: Known): string[] {
  const plain = text.replace(DAY_OR_MONTH, ' ');
  return stemsIn(sequenceOf(plain, known)).filter(
    (stem) => !TELLING.has(stem) && !/^\d/.test(stem),
  );
}

/** Share of the stems that a text says in these or other words, from 0 to 1. */
export function shareSaid(stems: readonly string[], has: ReadonlySet<string>): number {
  const own = [...new Set(stems)];
  return own.length === 0 ? 1 : own.filter((each) => isSaid(each, has)).length / own.length;
}

/** True where a text has a stem, or another that the news uses for it. */
export function isSaid(stem: string, has: ReadonlySet<string>): boolean {
  if (has.has(stem)) return true;
  for (const other of alike(stem)) if (has.has(other)) return true;
  return false;
}

/**
 * True where two texts put different words in one place: "the water bill" and "the road bill", "in Norburg" and "in
 * Sudheim". What is alike otherwise is then about two things.
 */
export function areSubstituted(one: string, other: string): boolean {
  const [a, b] = [sequenceOf(one), sequenceOf(other)];
  return placesDiffer(one, a, other, b) || qualifiersDiffer(a, b) || objectsDiffer(a, b);
}

/** True where each text names a place ("in Norburg") that the other doesn't. */
function placesDiffer(one: string, a: string, other: string, b: string): boolean {
  return namesPlaceBeside(one, b) && namesPlaceBeside(other, a);
}

/** True where a text names a place that an article doesn't: what it tells of may be a part of what the article does. */
export function isPlacedElsewhere(text: string, { title, text: others }: Article): boolean {
  return namesPlaceBeside(text, sequenceOf(`${title ?? ''} ${others}`));
}

function namesPlaceBeside(text: string, others: string): boolean {
  return [...text.matchAll(PLACED)].some(
    ([, name = '']) =>
      name.replace(DAY_OR_MONTH, '').trim() !== '' && !others.includes(sequenceOf(name)),
  );
}

/** True where a word that both texts have is qualified by another word in each: "water bill", "road bill". */
function qualifiersDiffer(a: string, b: string): boolean {
  const [wordsA, wordsB] = [a.trim().split(' '), b.trim().split(' ')];
  const [hasA, hasB] = [new Set(wordsA), new Set(wordsB)];
  return wordsA.some((word, at) => {
    const before = wordsA[at - 1];
    if (before === undefined || !qualifies(before, word) || isSaid(before, hasB)) return false;
    return wordsB.some((same, place) => {
      const rival = wordsB[place - 1];
      return same === word && rival !== undefined && qualifies(rival, word) && !isSaid(rival, hasA);
    });
  });
}

/** True where a word that both texts have goes on to another word in each: "rally over prices", "rally for peace". */
function objectsDiffer(a: string, b: string): boolean {
  const [goalsA, goalsB] = [objectsIn(a), objectsIn(b)];
  const [hasA, hasB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  return goalsA.some(
    ([word, goal]) =>
      !isSaid(goal, hasB) && goalsB.some(([same, rival]) => same === word && !isSaid(rival, hasA)),
  );
}

/** Words with the word that a preposition joins to each. */
function objectsIn(sequence: string): (readonly [string, string])[] {
  return [
    ...sequence.matchAll(
      / (?=(\S+) (?:over|for|against|of|about|into|on|to) (?:(?:the|a|an|it|their) )?(\S+) )/g,
    ),
  ].flatMap(([, word = '', goal = '']) =>
    qualifies(word, goal) && !DAY.test(goal) ? [[word, goal] as const] : [],
  );
}

function qualifies(before: string, word: string): boolean {
  return [before, word].every(
    (each) => !/^\d/.test(each) && stemsIn(` ${each} `).length > 0 && !TELLING.has(each),
  );
}

/** The stems of a candidate's own words, and of what stands above it: its title and the passage before. */
export function hasAround({ sequence, above }: Candidate): ReadonlySet<string> {
  return new Set(stemsIn(`${sequence}${above}`));
}

/** The day on which a passage's words were said, else published; '' where nothing tells. */
export function toldOn({ statement, day }: Candidate): string {
  return statement?.date ?? day ?? '';
}

/** Sorts what candidates tell by the day they tell it, then by arrival and place. */
export function inTime(a: { candidate: Candidate }, b: { candidate: Candidate }): number {
  const [one, other] = [a.candidate, b.candidate];
  return (
    toldOn(one).localeCompare(toldOn(other)) ||
    one.article.arrival - other.article.arrival ||
    one.start - other.start
  );
}
