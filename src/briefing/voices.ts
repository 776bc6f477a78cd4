import { STANDINGS } from '../news/standing.ts';
import { manner } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { centralities } from './central.ts';
import type { Inquiry } from './inquiry.ts';
import { standingOf } from './line.ts';
import { isSaidBy, sameSpeaker } from './names.ts';
import { repeats } from './same.ts';
import { stanceOf } from './stance.ts';
import type { Considered } from './subject.ts';
import type { Weights } from './weights.ts';
import { sequenceOf, stemsIn } from './words.ts';

/** Most statements under "Who said what?". */
const MOST_VOICES = 5;

/** How much more a speaker's very words are worth than an account of them. */
const VERBATIM = 1.5;
/** How much more it is worth to accuse, to deny or to decline to: there the standing of the words matters most. */
const TAKES_A_STAND = 1.8;

/**
 * The best statements about the subject: the best of each standing, then of other speakers, in
 * order of standing, those that the words name first; or the best of the one speaker asked for.
 */
export function bestVoices(
  considered: readonly Considered[],
  { speaker, subject }: Inquiry,
  weights: Weights,
): Candidate[] {
  const matter = new Set(subject.groups.flat().flatMap(stemsIn));
  const words = subject.groups.flatMap((names) => (names.length === 1 ? names : []));
  const said = considered.flatMap(({ all }) =>
    all.filter(
      ({ candidate: { complete, statement } }) =>
        complete && statement !== undefined && (speaker === null || isSaidBy(speaker, statement)),
    ),
  );
  const central = centralities(said.map(({ candidate }) => candidate));
  const rated = said
    .map(({ candidate, nearness }, at) => ({
      candidate,
      rate:
        (speaker === null ? nearness : 0.3 + nearness) *
        (0.3 + (central[at] ?? 0)) *
        weights.recency(candidate.day) *
        manner(candidate) *
        (isVerbatim(candidate) ? VERBATIM : 1) *
        (speaker !== null || stanceOf(candidate, matter) === undefined ? 1 : TAKES_A_STAND) *
        (isNamed(candidate, words) ? 2 : 1),
    }))
    .sort((a, b) => b.rate - a.rate || b.candidate.article.arrival - a.candidate.article.arrival);
  const chosen: Candidate[] = [];
  const isLeft = (candidate: Candidate) =>
    !chosen.some(
      (other) => repeats(candidate, other) || (speaker === null && isSameVoice(candidate, other)),
    );
  for (const standing of speaker === null ? STANDINGS : []) {
    const best = rated.find(
      ({ candidate }) => standingOf(candidate) === standing && isLeft(candidate),
    );
    if (best) chosen.push(best.candidate);
  }
  for (const { candidate } of rated)
    if (chosen.length < MOST_VOICES && isLeft(candidate)) chosen.push(candidate);
  return speaker === null ? inOrderOfStanding(chosen) : chosen;
}

function inOrderOfStanding(chosen: readonly Candidate[]): Candidate[] {
  const rank = (candidate: Candidate) => STANDINGS.indexOf(standingOf(candidate));
  return [...chosen].sort((a, b) => rank(a) - rank(b));
}

function isSameVoice({ statement: one }: Candidate, { statement: other }: Candidate): boolean {
  return sameSpeaker(one?.speaker ?? '', other?.speaker ?? '') && one?.standing === other?.standing;
}

/** True for a sentence in the speaker's own words. */
function isVerbatim({ isStatement, statement, text }: Candidate): boolean {
  return isStatement && statement?.quoted === true && text.split(/\s+/).length >= 8;
}

/** True where the words asked for name the speaker. */
function isNamed({ statement }: Candidate, words: readonly string[]): boolean {
  const name = sequenceOf(statement?.speaker ?? '');
  return words.some((word) => name.includes(word));
}
