import { STANDINGS } from '../news/standing.ts';
import { type Answering, isAboutNow, isByVoice } from './answer.ts';
import type { Ask } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { chooseOnCulprit } from './choose-culprit.ts';
import { standingOf } from './line.ts';
import { sameSpeaker } from './names.ts';
import { repeats } from './same.ts';
import { sideOf } from './side.ts';

/** Most lines under one question; more only where more standings speak. */
const MOST_LINES = 3;
/** How good a candidate must be beside the best one to stand under the same question: where voices matter, and facts. */
const GOOD_VOICE = 0.4;
const GOOD_FACT = 0.8;

/**
 * The lines under a question: the best of each standing, strongest first, then what differs from those already there.
 */
export function chooseAnswers(ask: Ask, answering: readonly Answering[]): Candidate[] {
  const least = (answering[0]?.score ?? 0) * (isAboutNow(ask) ? GOOD_VOICE : GOOD_FACT);
  const good = answering.filter(({ score }) => score >= least);
  if (ask.kind === 'culprit') return chooseOnCulprit(good);
  const chosen = ask.isOfSides ? chooseSides(answering) : chooseFacts(good);
  const rank = (candidate: Candidate) =>
    isByStanding(ask)
      ? STANDINGS.indexOf(standingOf(candidate))
      : good.findIndex((each) => each.candidate === candidate);
  return chosen.sort((a, b) => rank(a) - rank(b));
}

/**
 * A plain question is answered best first, but who says what or counts how many, and any topic's question, in order of
 * standing.
 */
function isByStanding({ isTopics, kind }: Ask): boolean {
  return isByVoice(kind) || kind === 'how-many' || (isTopics && kind !== 'happened');
}

/** The best of each standing, then other voices, up to the most lines; the outlet's own words only where few speak. */
function chooseFacts(good: readonly Answering[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const standing of STANDINGS) {
    if (standing === 'outlet' && chosen.length >= 2) continue;
    const best = good.find(
      ({ candidate }) => standingOf(candidate) === standing && isNew(candidate, chosen),
    );
    if (best) chosen.push(best.candidate);
  }
  for (const { candidate } of good) {
    if (chosen.length >= MOST_LINES) break;
    if (isNew(candidate, chosen) && isAnotherVoice(candidate, chosen)) chosen.push(candidate);
  }
  return chosen;
}

/** The best on-record statement of each country's officers, else bodies, else its best; then the best of other standings. */
function chooseSides(answering: readonly Answering[]): Candidate[] {
  const said = answering.filter(({ candidate }) => candidate.statement !== undefined);
  const sides = new Set(said.map(({ candidate }) => sideOf(candidate)));
  const chosen: Candidate[] = [];
  const isOnRecord = (candidate: Candidate) => standingOf(candidate) === 'on-record';
  const isByOfficer = (candidate: Candidate) =>
    isOnRecord(candidate) && candidate.statement?.role != null;
  for (const side of [...sides].filter((each) => each !== null).slice(0, MOST_LINES)) {
    const own = said
      .map(({ candidate }) => candidate)
      .filter((candidate) => sideOf(candidate) === side && isNew(candidate, chosen));
    const best = own.find(isByOfficer) ?? own.find(isOnRecord) ?? own[0];
    if (best) chosen.push(best);
  }
  const rest = answering.filter(({ candidate }) => isNew(candidate, chosen));
  for (const { candidate } of rest) {
    const isShown = chosen.some((other) => standingOf(other) === standingOf(candidate));
    if (standingOf(candidate) !== 'outlet' && !isShown) chosen.push(candidate);
  }
  return chosen.length > 0 ? chosen : chooseFacts(answering);
}

function isNew(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  return !chosen.some((other) => repeats(candidate, other));
}

function isAnotherVoice({ statement }: Candidate, chosen: readonly Candidate[]): boolean {
  const speaker = statement?.speaker;
  if (!speaker) return true;
  return !chosen.some(
    (other) => other.statement?.speaker && sameSpeaker(other.statement.speaker, speaker),
  );
}
