import { STANDINGS } from '../news/standing.ts';
import type { Answering } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { standingOf } from './line.ts';
import { sameSpeaker } from './names.ts';
import { saidOn } from './said-on.ts';
import { overlaps, tellSame } from './same.ts';

/** Most lines of voices who name a culprit, where voices with a name speak. */
const MOST_NAMING = 3;
/** An outlet telling what somebody named said: the name and the word for saying it stand near the passage's beginning. */
const TOLD_OF =
  /^[^,;“"]{0,60}?((?:\p{Lu}[\p{L}.'’-]*\s+){1,6}\p{Lu}[\p{L}'’-]+)\s+(?:on\s+\p{Lu}\p{L}+\s+)?(?:named|called|said|spoke|told|accused|blamed|identified|declared|testified|described|listed|suspected|confirmed|declined|refused)\b/u;

/**
 * The lines under "who did it": of those who speak by name the latest of each stance (names a culprit, accuses nobody, says
 * that it was something else) and others who name one; of each weaker standing the best. In order of standing, and of one
 * standing those who name a culprit first, the newest before the older.
 */
export function chooseOnCulprit(good: readonly Answering[]): Candidate[] {
  const chosen: Answering[] = [];
  const take = (from: readonly Answering[], most = 1) => {
    let left = most;
    for (const each of from) {
      if (left === 0) return;
      if (chosen.some((other) => isSameVoice(each.candidate, other.candidate))) continue;
      chosen.push(each);
      left -= 1;
    }
  };
  const named = strongestAndNewest(good.filter(({ candidate }) => voiceOf(candidate) !== null));
  for (const stance of new Set(named.map((each) => each.stance)))
    take(
      named.filter((each) => each.stance === stance),
      names(stance) ? MOST_NAMING : 1,
    );
  const of = (standing: string) => good.filter((each) => standingOf(each.candidate) === standing);
  take(of('unnamed-official'));
  const anonymous = of('anonymous');
  take([...anonymous.filter(({ stance }) => names(stance)), ...anonymous]);
  const own = of('outlet').filter(({ candidate }) => !candidate.isStatement);
  for (const each of own) if (!chosen.some(({ stance }) => stance === each.stance)) take([each]);
  return inOrder(chosen).map(({ candidate }) => candidate);
}

function names(stance: string | undefined): boolean {
  return stance?.startsWith('names ') === true;
}

/** Who speaks by name: a document's or an on-record speaker, or somebody whose words the outlet tells; else null. */
function voiceOf({ statement, text, within, isStatement }: Candidate): string | null {
  if (statement !== undefined)
    return statement.standing === 'document' || statement.standing === 'on-record'
      ? statement.speaker
      : null;
  const isRelayed = within.some(
    ({ standing }) => standing === 'unnamed-official' || standing === 'anonymous',
  );
  return isStatement || isRelayed ? null : (TOLD_OF.exec(text)?.[1] ?? null);
}

/** True where two say the same of the same speaker; others who say it too, on another standing, are voices of their own. */
function isSameVoice(one: Candidate, other: Candidate): boolean {
  if (overlaps(one, other)) return true;
  const [a, b] = [speakerOf(one), speakerOf(other)];
  if (a !== null && b !== null) return sameSpeaker(a, b) && isSameFooting(one, other);
  return tellSame(one, other);
}

function speakerOf(candidate: Candidate): string | null {
  return candidate.statement?.speaker ?? voiceOf(candidate);
}

function isSameFooting(one: Candidate, other: Candidate): boolean {
  return (
    standingOf(one) === standingOf(other) || (voiceOf(one) !== null && voiceOf(other) !== null)
  );
}

/** The strongest standing first, the newest words first, and of one day those told first. */
function strongestAndNewest(answering: readonly Answering[]): Answering[] {
  return answering
    .map((each) => ({ each, said: saidOn(each.candidate) }))
    .sort(
      (a, b) =>
        rank(a.each) - rank(b.each) ||
        b.said.localeCompare(a.said) ||
        (a.each.candidate.day ?? '').localeCompare(b.each.candidate.day ?? '') ||
        b.each.score - a.each.score,
    )
    .map(({ each }) => each);
}

function inOrder(chosen: readonly Answering[]): Answering[] {
  const naming = ({ stance }: Answering) => (names(stance) ? 0 : 1);
  return chosen
    .map((each) => ({ each, said: saidOn(each.candidate) }))
    .sort(
      (a, b) =>
        rank(a.each) - rank(b.each) ||
        naming(a.each) - naming(b.each) ||
        b.said.localeCompare(a.said),
    )
    .map(({ each }) => each);
}

function rank({ candidate }: Answering): number {
  return STANDINGS.indexOf(standingOf(candidate));
}
