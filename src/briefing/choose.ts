import { STANDINGS } from '../news/standing.ts';
import { type Answering, isAboutNow, isByVoice } from './answer.ts';
import type { Ask } from './ask.ts';
import type { Candidate } from './candidate.ts';
import { standingOf } from './line.ts';
import { sameSpeaker } from './names.ts';
import { repeats } from './same.ts';

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
  const chosen = ask.kind === 'culprit' ? chooseVoices(good) : chooseFacts(good);
  const rank = (candidate: Candidate) =>
    isByStanding(ask)
      ? STANDINGS.indexOf(standingOf(candidate))
      : good.findIndex((each) => each.candidate === candidate);
  return chosen.sort((a, b) => rank(a) - rank(b));
}

/** A plain question is answered best first, but who says what, and any topic's question, in order of standing. */
function isByStanding({ isTopics, kind }: Ask): boolean {
  return isByVoice(kind) || (isTopics && kind !== 'happened');
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

/** The best of each standing, then whoever takes a stand not shown yet, the outlet's own words last. */
function chooseVoices(good: readonly Answering[]): Candidate[] {
  const voices = good.filter(({ candidate }) => standingOf(candidate) !== 'outlet');
  const own = good.filter(({ candidate }) => standingOf(candidate) === 'outlet');
  const chosen: Candidate[] = [];
  const stances = new Set<string | undefined>();
  const choose = ({ candidate, stance }: Answering) => {
    chosen.push(candidate);
    stances.add(stance);
  };
  for (const standing of STANDINGS) {
    const best = voices.find(
      ({ candidate }) => standingOf(candidate) === standing && isNew(candidate, chosen),
    );
    if (best) choose(best);
  }
  for (const each of [...voices, ...own]) {
    if (chosen.length > MOST_LINES) break;
    if (stances.has(each.stance)) continue;
    if (isNew(each.candidate, chosen) && isAnotherVoice(each.candidate, chosen)) choose(each);
  }
  return chosen;
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
