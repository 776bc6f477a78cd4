import type { Figure } from '../../news/reading.ts';
import { STANDINGS } from '../../news/standing.ts';
import { countsPeople } from '../alike.ts';
import type { Answering } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import { figuresIn, headOf, numberOf, unitOf } from '../figure.ts';
import { countsWhatIsAsked } from '../fits.ts';
import { isCountry } from '../irregular.ts';
import { standingOf } from '../line.ts';
import { sameSpeaker } from '../names.ts';
import { stemsOf } from '../words.ts';
import { amountOf, mayBeOne } from './amount.ts';
import type { Differing } from './differing.ts';

/** Most characters of a side that is a whole passage; a longer one gives way to the statement in it. */
const SHORT = 160;
/** Answers whose figures are compared with each other, best first. */
const MOST_COMPARED = 60;
/** How good an answer must be beside the best one to be a side. */
const LEAST_OF_BEST = 0.4;

/** Where accounts of a question differ; by the lines of the answer to it, `chosen`, where those show every side. */
export function differingAnswers(
  ask: Ask,
  answering: readonly Answering[],
  chosen: readonly Candidate[],
): Differing | undefined {
  const found = differingVoices(ask, answering) ?? differingFigures(ask, answering);
  if (found === undefined) return undefined;
  const stances = new Map(answering.map(({ candidate, stance }) => [candidate, stance]));
  const showsAsMuch = (one: Candidate, side: Candidate) => {
    if (ask.kind === 'culprit') return stances.get(one) === stances.get(side);
    const values = new Set(figuresIn(one).map(({ value }) => value));
    return figuresIn(side).some(
      ({ value, counts }) => values.has(value) && countsWhatIsAsked(ask.counted, counts),
    );
  };
  const inAnswer = found.sides.map((side) =>
    side.flatMap((each) => chosen.find((one) => showsAsMuch(one, each)) ?? []),
  );
  const areShown = inAnswer.every((side) => side.length > 0);
  return areShown ? { ...found, sides: inAnswer } : found;
}

/**
 * Where accounts of "who did it" differ: one names a culprit, another names a different one, denies, or says that nobody
 * has been named. Sides in order of time, the strongest and newest voice for each.
 */
function differingVoices(ask: Ask, answering: readonly Answering[]): Differing | undefined {
  if (ask.kind !== 'culprit') return undefined;
  const least = (answering[0]?.score ?? 0) * LEAST_OF_BEST;
  const sides = new Map<string, Candidate>();
  for (const { candidate, stance } of strongestFirst(
    answering.filter(({ score }) => score >= least),
  )) {
    if (!candidate.isStatement && candidate.text.length > SHORT) continue;
    if (candidate.statement === undefined || stance === undefined || sides.has(stance)) continue;
    if (stance.startsWith('names ') && !isCountry(stance.slice(6))) continue;
    sides.set(stance, candidate);
  }
  return told(
    ask.ask,
    [...sides.values()].map((side) => [side]),
  );
}

/**
 * Where figures differ: the same thing counted, by the nouns, their adjectives and the words around, with another value by
 * another voice or on another day. A passage that holds both values tells of the change itself and is no side.
 */
function differingFigures(ask: Ask, answering: readonly Answering[]): Differing | undefined {
  if (ask.kind !== 'how-many') return undefined;
  const counted = answering.slice(0, MOST_COMPARED).flatMap(({ candidate }) =>
    figuresIn(candidate)
      .filter(({ counts }) => countsWhatIsAsked(ask.counted, counts))
      .map((figure) => ({ candidate, figure })),
  );
  const known = new Set([
    ...ask.matter,
    ...ask.terms.flatMap(({ any }) => [...any]),
    'person',
    ask.counted ?? '',
  ]);
  for (const one of counted) {
    const sides = [one];
    for (const other of counted)
      if (sides.every((side) => isRival(side, other, known))) sides.push(other);
    if (sides.length > 1)
      return told(
        ask.ask,
        sides.map(({ candidate }) => [candidate]),
      );
  }
  return undefined;
}

interface Counted {
  readonly candidate: Candidate;
  readonly figure: Figure;
}

/** True where two figures count the same thing and don't agree; words `known` from the question prove nothing. */
function isRival(one: Counted, other: Counted, known: ReadonlySet<string>): boolean {
  const [a, b] = [numberOf(one.figure), numberOf(other.figure)];
  if (a === undefined || b === undefined || a === b) return false;
  if (unitOf(one.figure) !== unitOf(other.figure) || mayAgree(one, other)) return false;
  if (!countSame(one.figure, other.figure)) return false;
  if (figuresIn(one.candidate).some(({ value }) => value === other.figure.value)) return false;
  if (figuresIn(other.candidate).some(({ value }) => value === one.figure.value)) return false;
  return anotherVoice(one.candidate, other.candidate) && sharedContext(one, other, known);
}

/** "About 4 million" and "4.2 million" may be one number. */
function mayAgree(one: Counted, other: Counted): boolean {
  const [a, b] = [one, other].map(({ candidate, figure }) =>
    amountOf(figure, candidate.article.text.slice(figure.start, figure.end)),
  );
  return a !== undefined && b !== undefined && mayBeOne(a, b);
}

function countSame(one: Figure, other: Figure): boolean {
  const [a, b] = [one.counts ?? '', other.counts ?? ''];
  const [headA, headB] = [headOf(a), headOf(b)];
  if (headA === '' || headB === '') return false;
  if (headA !== headB && !(countsPeople(headA) && countsPeople(headB))) return false;
  const rest = (counts: string, head: string) =>
    stemsOf(counts).filter((stem) => stem !== head && !countsPeople(stem));
  const [ownA, ownB] = [rest(a, headA), rest(b, headB)];
  if (ownA.length > 0 && ownB.length > 0)
    return ownA.every((stem) => ownB.includes(stem)) || ownB.every((stem) => ownA.includes(stem));
  return headA === headB || ownA.length + ownB.length === 0;
}

function anotherVoice(one: Candidate, other: Candidate): boolean {
  if (one.day !== other.day) return true;
  const [a, b] = [one.statement?.speaker, other.statement?.speaker];
  return a != null && b != null && !sameSpeaker(a, b);
}

/** Whether what stands around two figures is about one thing: half of the shorter one's words that tell what it is. */
function sharedContext(one: Counted, other: Counted, known: ReadonlySet<string>): boolean {
  const telling = ({ candidate }: Counted) =>
    [...candidate.has].filter(
      (stem) => !/\d|million|billion|thousand/.test(stem) && !known.has(stem),
    );
  const [a, b] = [telling(one), telling(other)];
  const shared = a.filter((stem) => b.includes(stem)).length;
  return shared >= 2 && shared >= 0.5 * Math.min(a.length, b.length);
}

function strongestFirst(answering: readonly Answering[]): Answering[] {
  return [...answering].sort(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a.candidate)) - STANDINGS.indexOf(standingOf(b.candidate)) ||
      b.score - a.score,
  );
}

function told(about: string, sides: readonly (readonly Candidate[])[]): Differing | undefined {
  if (sides.length < 2) return undefined;
  const day = ([first]: readonly Candidate[]) => first?.statement?.date ?? first?.day ?? '';
  return { about, sides: [...sides].sort((a, b) => day(a).localeCompare(day(b))) };
}
