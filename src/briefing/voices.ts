import { manner } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { centralities } from './central.ts';
import type { Inquiry } from './inquiry.ts';
import { isSaidBy, sameSpeaker } from './names.ts';
import { repeats } from './same.ts';
import type { Considered } from './subject.ts';
import type { Weights } from './weights.ts';
import { sequenceOf } from './words.ts';

/** Most statements under "Who said what?". */
const MOST_VOICES = 5;

/** The best statements about the subject: of different speakers, those that the words name first, or of the one asked for. */
export function bestVoices(
  considered: readonly Considered[],
  { speaker, subject }: Inquiry,
  weights: Weights,
): Candidate[] {
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
        (isNamed(candidate, words) ? 2 : 1),
    }))
    .sort((a, b) => b.rate - a.rate || b.candidate.article.arrival - a.candidate.article.arrival);
  const chosen: Candidate[] = [];
  for (const { candidate } of rated) {
    if (chosen.length >= MOST_VOICES) break;
    if (chosen.some((other) => repeats(candidate, other))) continue;
    if (speaker === null && chosen.some((other) => isSameVoice(candidate, other))) continue;
    chosen.push(candidate);
  }
  return chosen;
}

function isSameVoice({ statement: one }: Candidate, { statement: other }: Candidate): boolean {
  return sameSpeaker(one?.speaker ?? '', other?.speaker ?? '') && one?.standing === other?.standing;
}

/** True where the words asked for name the speaker. */
function isNamed({ statement }: Candidate, words: readonly string[]): boolean {
  const name = sequenceOf(statement?.speaker ?? '');
  return words.some((word) => name.includes(word));
}
