import { STANDINGS } from '../../news/standing.ts';
import type { Answering } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidate.ts';
import { figuresIn } from '../figure.ts';
import { countsWhatIsAsked } from '../fits.ts';
import { isCountry } from '../irregular.ts';
import { standingOf } from '../line.ts';
import { countingsIn } from './counting.ts';
import type { Differing } from './differing.ts';
import { rivalsIn } from './figures.ts';

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

/** Where figures differ that count what is asked for. */
function differingFigures(ask: Ask, answering: readonly Answering[]): Differing | undefined {
  if (ask.kind !== 'how-many') return undefined;
  const near = answering
    .filter(({ candidate }) => candidate.complete)
    .slice(0, MOST_COMPARED)
    .map(({ candidate }) => ({ candidate, nearness: 1 }));
  const rivals = rivalsIn(countingsIn(near, new Map())).find(({ counts }) =>
    countsWhatIsAsked(ask.counted, counts),
  );
  if (rivals === undefined) return undefined;
  const { sides, replaced } = rivals;
  return { about: ask.ask, sides: sides.map(({ candidate }) => [candidate]), replaced };
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
